import { createHash } from 'node:crypto';
import { Tokenizer, TokenParser } from '@streamparser/json';
import { isSafeNumber } from 'lossless-json';
import { charsetOf, isWhole } from './answer-body';
import { parseObject } from './answer-text';
import { PaymentSourceError } from './payment-source.errors';
import { rosterRow, type RosterRow, RosterRowError } from './sisda-roster.reader';
import { listOf } from './sisda.reader';
import type { Spool } from './spool';
import { unpackingStream } from './unpacked';

type Headers = Record<string, unknown>;

/** Keeps a number that JavaScript cannot hold to the digit as the string of its digits. */
class ExactTokenizer extends Tokenizer {
  protected override parseNumber(digits: string): number {
    return (isSafeNumber(digits) ? Number(digits) : digits) as number;
  }
}

/** The rows of a roster's answer in the order in which they come; what is no roster is refused where that turns out. */
export async function* readRosterStream(
  spool: Spool,
  headers: Headers,
  maxBytes: number,
): AsyncGenerator<RosterRow> {
  const list = new ListReader();
  const decoder = decoderOf(headers);
  let [number, bytes] = [0, 0];
  for await (const chunk of chunksOf(spool, headers)) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new PaymentSourceError('too_large', { figure: maxBytes / 1024 / 1024 });
    for (const given of list.take(decoder(chunk)))
      yield rosterRow((given ?? {}) as Record<string, unknown>, ++number);
  }
  for (const given of list.take(decoder())) yield rosterRow(given as Record<string, unknown>, ++number);
  list.end(isWhole(headers));
}

/** How many students a roster has; it is refused as it is when it is read in full. */
export async function countRoster(spool: Spool, headers: Headers, maxBytes: number): Promise<number> {
  const seen = new Map<string, string>();
  let number = 0;
  for await (const row of readRosterStream(spool, headers, maxBytes)) {
    number += 1;
    const mark = createHash('md5').update(JSON.stringify(row)).digest('base64');
    const before = seen.get(row.idperson);
    if (before !== undefined && before !== mark) throw differing(row, number);
    seen.set(row.idperson, mark);
  }
  return seen.size;
}

/** How an answer begins, unpacked. */
export async function beginningOf(spool: Spool, headers: Headers, bytes: number): Promise<Buffer> {
  for await (const chunk of chunksOf(spool, headers)) return chunk.subarray(0, bytes);
  return Buffer.alloc(0);
}

const differing = ({ idperson }: RosterRow, number: number) =>
  new RosterRowError(number, idperson, 'idperson', idperson, 'muncul dua kali, dengan isi yang berbeda');

/** Takes the elements of `data` out of an answer while it comes. */
class ListReader {
  private readonly tokenizer = new ExactTokenizer();
  private readonly parser = new TokenParser({
    ...{ paths: ['$.status', '$.message', '$.data.*'], keepStack: false },
  });
  private found: unknown[] = [];
  private beginning = '';
  private isList = false;
  private readonly answer: { status?: unknown; message?: unknown } = {};

  constructor() {
    this.tokenizer.onToken = (token) => this.parser.write(token);
    this.parser.onValue = ({ value, key, parent, stack }) => {
      if (stack.length === 1) this.answer[key as 'status' | 'message'] = value;
      else if (!Array.isArray(parent)) throw new PaymentSourceError('no_data');
      else {
        this.isList = true;
        this.found.push(value);
      }
    };
  }

  take(text: string): unknown[] {
    if (!this.isList && this.beginning.length < LONGEST_WITHOUT_ROWS) this.beginning += text;
    try {
      this.tokenizer.write(text);
    } catch (error) {
      throw this.refusal(error);
    }
    const { found } = this;
    this.found = [];
    return found;
  }

  end(isWhole: boolean): void {
    // One without rows is short: it says itself what it is.
    if (!this.isList) listOf(parseObject({ text: this.beginning, isWhole }));
    else if (!this.parser.isEnded) throw cutOff(isWhole);
    else listOf({ ...this.answer, data: [] });
  }

  private refusal(error: unknown): unknown {
    return error instanceof PaymentSourceError ? error : new PaymentSourceError('not_json');
  }
}

const LONGEST_WITHOUT_ROWS = 1_000_000;

function cutOff(isWhole: boolean): PaymentSourceError {
  if (isWhole) return new PaymentSourceError('not_json', { retryable: true });
  return new PaymentSourceError('connection_cut', { retryable: true, outage: true });
}

function decoderOf(headers: Headers): (chunk?: Buffer) => string {
  const charset = charsetOf(headers);
  const refusing = <T>(work: () => T): T => {
    try {
      return work();
    } catch {
      throw new PaymentSourceError('wrong_encoding', { figure: charset.toUpperCase() });
    }
  };
  const decoder = refusing(() => new TextDecoder(charset, { fatal: true }));
  return (chunk) => refusing(() => decoder.decode(chunk, { stream: chunk !== undefined }));
}

/** What cannot be unpacked was cut or spoilt on its way. */
async function* chunksOf(spool: Spool, headers: Headers): AsyncGenerator<Buffer> {
  try {
    yield* unpackedStream(spool, headers) as AsyncIterable<Buffer>;
  } catch (error) {
    throw /^Z_/.test((error as { code?: string }).code ?? '') ? cutOff(false) : error;
  }
}

function unpackedStream(spool: Spool, headers: Headers): NodeJS.ReadableStream {
  const packed = spool.read();
  const unpacking = unpackingStream(headers['content-encoding'], spool.firstByte());
  if (!unpacking) return packed;
  packed.once('error', (error) => unpacking.destroy(error));
  return packed.pipe(unpacking);
}
