import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

const inflateRaw = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflateRaw);
const unzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.unzip);
const brotli = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress);

/** The low half of the first byte of what begins with a zlib header; deflate is also sent without one. */
const ZLIB = 8;

/** The bytes of a body as they were before they were packed by its content-encoding, at most so many. */
export async function unpacked(body: Buffer, encoding: unknown, mostBytes: number): Promise<Buffer> {
  if (encoding === undefined || body.length === 0) return body;
  const most = Number.isFinite(mostBytes) ? { maxOutputLength: mostBytes } : {};
  // What is there of a body that was packed only in part is taken: its reader sees that it is not whole.
  const options = { ...most, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  switch (String(encoding).toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
    case 'compress':
    case 'x-compress':
      return unzip(body, options);
    case 'deflate':
      return hasZlibHeader(body[0]!) ? unzip(body, options) : inflateRaw(body, options);
    case 'br':
      return brotli(body, { ...most, finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH });
    default:
      return body;
  }
}

/** Unpacks a body, which begins with that byte, while it is read; null where it is not packed. */
export function unpackingStream(encoding: unknown, firstByte: number): Transform | null {
  const options = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
  switch (String(encoding).toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
    case 'compress':
    case 'x-compress':
      return zlib.createUnzip(options);
    case 'deflate':
      return hasZlibHeader(firstByte) ? zlib.createInflate(options) : zlib.createInflateRaw(options);
    case 'br':
      return zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH });
    default:
      return null;
  }
}

const hasZlibHeader = (firstByte: number) => (firstByte & 0x0f) === ZLIB;
