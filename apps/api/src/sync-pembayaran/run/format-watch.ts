import type { StoredPembayaran } from '../../pembayaran/judge';
import type { SiswaResult } from '../../pembayaran/pembayaran-writer';
import { PaymentSourceError } from '../../sisda/payment-source.errors';
import { isSame } from '../../sisda/sisda.reader';

/** Of the last so many answers that could show it … */
export const FORMAT_WINDOW = 20;
/** … so many in the same new way contradictory or malformed mean that the service has changed its format. */
const CHANGED_AT = 15;

/** An answer that is as before, and the ways of not being so. */
const AS_BEFORE = '.';
const SIGNS = { contradiction: 'c', amount: 'a', missing: 'm', sum: 's', structure: 't' } as const;

/** What the last answers of a run say of the service's format, a character each, the latest last. */
export interface FormatWindow {
  contradictions: string;
  flaws: string;
}

/** What one answer adds to the window; empty where it could not show anything. */
export function signOf({ answer }: SiswaResult, stored: StoredPembayaran | undefined): FormatWindow {
  if (answer instanceof PaymentSourceError) {
    const isNew = stored?.lastReason !== answer.reason;
    return { contradictions: '', flaws: answer.flaw ? (isNew ? SIGNS[answer.flaw] : AS_BEFORE) : '' };
  }
  if (isSame(answer))
    return { contradictions: stored?.isOff ? AS_BEFORE : '', flaws: stored?.jumlahPeriode ? AS_BEFORE : '' };
  const { contradicts, tells } = answer.checks;
  const isNew = contradicts && stored?.lastReason !== 'contradictory_figures';
  return {
    contradictions: tells ? (isNew ? SIGNS.contradiction : AS_BEFORE) : '',
    flaws: answer.ringkasan.jumlahPeriode > 0 ? AS_BEFORE : '',
  };
}

export function isSuspect({ contradictions, flaws }: FormatWindow): boolean {
  return [...contradictions, ...flaws].some((sign) => sign !== AS_BEFORE);
}

export function slide(window: FormatWindow, sign: FormatWindow): FormatWindow {
  return {
    contradictions: (window.contradictions + sign.contradictions).slice(-FORMAT_WINDOW),
    flaws: (window.flaws + sign.flaws).slice(-FORMAT_WINDOW),
  };
}

/** Whether the service has changed its format. */
export function hasChanged({ contradictions, flaws }: FormatWindow): boolean {
  return Object.values(SIGNS).some((sign) =>
    [contradictions, flaws].some((signs) => signs.split(sign).length > CHANGED_AT),
  );
}

/**
 * Goes through results in their order until the format has changed: from there on answers of the new format are left
 * to be asked for again. Answers the results to write, what they add to the window, and whether it has changed.
 */
export function watchFormat<T>(
  window: FormatWindow,
  results: readonly T[],
  sign: (result: T) => FormatWindow,
): { kept: T[]; added: FormatWindow; changed: boolean } {
  const kept: T[] = [];
  let added: FormatWindow = { contradictions: '', flaws: '' };
  let now = window;
  for (const result of results) {
    const its = sign(result);
    if (hasChanged(now) && isSuspect(its)) continue;
    now = slide(now, its);
    added = slide(added, its);
    kept.push(result);
  }
  return { kept, added, changed: hasChanged(now) };
}
