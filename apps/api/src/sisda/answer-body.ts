import { isAscii } from 'node:buffer';
import type { AnswerBody } from './answer-text';
import { PaymentSourceError } from './payment-source.errors';

/** The part of axios' answer that is read here. */
export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  data: Buffer;
}

/** Of these charsets ASCII is a part. */
const ASCII_WITHIN = /^(utf-?8|us-ascii|iso-8859-\d+|windows-125\d)$/i;
const LONGEST_WORDS = 2_000;

/** The text of an answer by the charset that it names, else UTF-8; a byte that is no character there is refused. */
export function bodyOf({ data, headers }: Answer): AnswerBody {
  const charset = charsetOf(headers);
  try {
    return { text: textOf(data, charset), isWhole: isWhole(headers) };
  } catch {
    throw new PaymentSourceError('wrong_encoding', { figure: charset.toUpperCase() });
  }
}

type Headers = Answer['headers'];

export const charsetOf = (headers: Headers): string =>
  /charset="?([\w-]+)/i.exec(String(headers['content-type'] ?? ''))?.[1] ?? 'utf-8';

/** Whether HTTP says how long the body is. */
export const isWhole = (headers: Headers): boolean =>
  headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;

/** Nearly all answers are plain ASCII, which needs no decoder. */
function textOf(data: Buffer, charset: string): string {
  if (isAscii(data) && ASCII_WITHIN.test(charset)) return data.toString('latin1');
  return new TextDecoder(charset, { fatal: true }).decode(data);
}

/** What the service itself says in an answer that is no success, where it says it in a way that can be read. */
export function wordsOf(response: Answer): string | undefined {
  if (response.data.length > LONGEST_WORDS) return undefined;
  try {
    const { message } = JSON.parse(bodyOf(response).text) as { message?: unknown };
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
