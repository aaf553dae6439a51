import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { attachment } from './attachment';

const TYPE = 'application/x-ndjson';

/**
 * Streams JSON objects, one a line. What fails before the first of them is an error like any other; what fails later cuts
 * the connection, so that nobody takes a part for the whole.
 */
export async function sendLines(
  { request, response }: { request: Request; response: Response },
  name: string,
  texts: AsyncGenerator<string>,
): Promise<void> {
  const first = await texts.next();
  attachment(response, name, 'ndjson', TYPE);
  const body = request.method === 'HEAD' ? [] : from(first, texts);
  await pipeline(Readable.from(body, { highWaterMark: 1 }), response);
}

async function* from(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
