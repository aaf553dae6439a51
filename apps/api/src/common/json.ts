import { parse as parseLossless } from 'lossless-json';

const LONG_INTEGER = /^-?\d{16,}$/;

/** JSON.parse that keeps integers too large for a number as strings of their digits. */
export function parseJson(text: string): unknown {
  if (!/\d{16,}/.test(text)) return JSON.parse(text);
  return parseLossless(text, null, (digits) =>
    LONG_INTEGER.test(digits) && !Number.isSafeInteger(Number(digits)) ? digits : Number(digits),
  );
}
