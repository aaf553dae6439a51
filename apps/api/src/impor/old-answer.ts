import type { AnswerBody } from '../sisda/answer-text';

/** A row of the old table of payments. */
export interface OldPembayaran {
  row: string;
  text: string | null;
  at: Date | null;
}

/** What a row holds: the whole answer of a student, or one of its school years. */
export type OldContent = { kind: 'answer'; text: string } | { kind: 'period'; key: string; text: string };

/** What the JSON of a row is; `bad_json` or `unknown_shape` where it is neither. */
export function contentOf(text: string): OldContent | 'bad_json' | 'unknown_shape' {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'bad_json';
  }
  // Encoded twice, as a cast of the old application did to what was a text already.
  if (typeof value === 'string') return contentOf(value);
  if (Array.isArray(value)) return { kind: 'answer', text: `{"data":${text}}` };
  if (typeof value !== 'object' || value === null) return 'unknown_shape';
  const { data, periods, period_id: period, kelas_info: kelas } = value as Record<string, unknown>;
  if (data !== undefined) return { kind: 'answer', text };
  if (periods !== undefined) return { kind: 'answer', text: `{"data":[${text}]}` };
  if (period !== undefined) return { kind: 'period', key: JSON.stringify([period, kelas ?? null]), text };
  return 'unknown_shape';
}

/** School years of a student as the answer that they came in. */
export function answerOfPeriods(
  idperson: string,
  periods: readonly string[],
  saldo: string | null,
): AnswerBody {
  const head = saldo === null ? '' : `"saldo":${JSON.stringify(saldo)},`;
  return asBody(
    `{"data":[{"idperson":${JSON.stringify(idperson)},${head}"periods":[${periods.join(',')}]}]}`,
  );
}

export const asBody = (text: string): AnswerBody => ({ text, isWhole: true });
