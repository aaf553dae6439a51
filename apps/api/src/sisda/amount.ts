import type { Flaw } from './payment-source.errors';

/** An amount that the service must not send: not whole rupiah, missing, or too large in itself or in a sum. */
export class AmountError extends Error {
  override name = 'AmountError';

  constructor(
    readonly flaw: Flaw,
    message: string,
  ) {
    super(message);
  }
}

/** Digits with an optional sign, and nothing but zeros behind a point. */
const WHOLE = /^[+-]?\d+(\.0+)?$/;
/** Written as people do in Indonesia this would be a thousand times as much: nobody knows which is meant. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2}\.000$/;

/** Whole rupiah of an amount as the service writes it, a number or a text of digits; `field` is its name there. */
function rupiah(value: unknown, field: string): number {
  const isText = typeof value === 'string' && WHOLE.test(value) && !THOUSANDS.test(value);
  const amount = isText || typeof value === 'number' ? Number(value) : NaN;
  if (!Number.isSafeInteger(amount)) {
    throw new AmountError('amount', `${field} ${JSON.stringify(value)} bukan rupiah bulat`);
  }
  return amount + 0;
}

/** The same, and null where the service sends none. */
export function rupiahOrNull(value: unknown, field: string): number | null {
  return value === null || value === undefined ? null : rupiah(value, field);
}

/** The sum of amounts; one that a number cannot hold is refused. */
export function sum<T>(parts: readonly T[], amount: (part: T) => number): number {
  let total = 0;
  for (const part of parts) {
    total += amount(part);
    if (!Number.isSafeInteger(total)) throw new AmountError('sum', 'jumlahnya terlalu besar');
  }
  return total;
}
