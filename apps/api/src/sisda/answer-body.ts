import type { AnswerBody } from './answer-text';
import { PaymentSourceError } from './payment-source.errors';

/** The part of axios' answer that is read here. */
export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  data: Buffer;
}

const LONGEST_WORDS = 2_000;

/** The text of an answer by the charset that it names, else UTF-8; a byte that is no character there is refused. */
export function bodyOf({ data, headers }: Answer): AnswerBody {
  const charset = /charset="?([\w-]+)/i.exec(String(headers['content-type'] ?? ''))?.[1] ?? 'utf-8';
  const isWhole = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(data), isWhole };
  } catch {
    throw new PaymentSourceError('wrong_encoding', { figure: charset.toUpperCase() });
  }
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
