import { isSafeNumber, parse as parseLossless } from 'lossless-json';

/** JSON.parse that keeps a number which JavaScript cannot hold to the digit as the string of its digits. */
export function parseJson(text: string): unknown {
  if (!/\d{16,}|\d\.\d{15,}/.test(text)) return JSON.parse(text);
  return parseLossless(text, null, (digits) => (isSafeNumber(digits) ? Number(digits) : digits));
}

/** Whether the text of a failed JSON.parse ended too early, or had something in it that is no JSON. */
export function endsTooEarly(text: string, { message }: Error): boolean {
  if (message.includes('Unexpected end')) return true;
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  return position !== undefined && Number(position) >= text.length;
}
