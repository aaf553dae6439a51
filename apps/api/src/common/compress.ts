import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import compression from 'compression';
import type { Request, Response } from 'express';

export type Encoding = 'br' | 'gzip';

/** At its default quality Brotli sends more than gzip would. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
/** Shorter ones are sent as they are. */
export const WORTH_COMPRESSING_BYTES = 1024;

const [brotlied, gzipped] = [promisify(brotliCompress), promisify(gzip)];

/** Compresses answers while they are sent. */
export const compressAnswers = compression({
  filter: isWorthCompressing,
  threshold: WORTH_COMPRESSING_BYTES,
  brotli: BROTLI,
});

/** The same of a whole one. */
export const compressed = (body: Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br' ? brotlied(body, BROTLI) : gzipped(body);

/** Whatever is text; NDJSON is not in the list by which that is told. */
function isWorthCompressing(request: Request, response: Response): boolean {
  return response.get('Content-Type') === 'application/x-ndjson' || compression.filter(request, response);
}
