import { TextDecoder } from 'node:util';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { shapeOf } from '../json-shape';
import {
  BodyTooLargeError,
  NotJsonTypeError,
  notJson,
  notUnpacked,
  notUtf8,
  repeatedKey,
  tooDeep,
  UnknownEncodingError,
} from './body.errors';
import { excessOf, type JsonLimits } from './json-limits';

/** A request's JSON, and whether it has strings that cannot be stored. */
export interface JsonBody {
  value: unknown;
  hasBrokenText: boolean;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const readers = new Map<number, RequestHandler>();

/** The JSON that a request carries, read within the limits; null where it carries nothing. */
export async function readJson(
  request: Request,
  response: Response,
  limits: JsonLimits,
): Promise<JsonBody | null> {
  const bytes = await bytesOf(request, response, limits);
  if (bytes.length === 0) return null;
  if (!isJson(request)) throw new NotJsonTypeError(request.headers['content-type']);
  const text = textOf(bytes);
  const excess = excessOf(text, limits);
  if (excess === 'too_deep') throw tooDeep();
  if (excess === 'too_many') throw new BodyTooLargeError(limits);
  const value = parsed(text);
  const shape = shapeOf(text);
  if (shape.repeatedKey !== null) throw repeatedKey(shape.repeatedKey);
  return { value, hasBrokenText: shape.hasLoneSurrogate || /\\u0000/.test(text) };
}

async function bytesOf(request: Request, response: Response, limits: JsonLimits): Promise<Buffer> {
  const { bytes } = limits;
  const reader = readers.get(bytes) ?? express.raw({ type: () => true, limit: bytes });
  readers.set(bytes, reader);
  await new Promise<void>((resolve, reject) => {
    void reader(request, response, (error?: unknown) => {
      const { type, code } = (error ?? {}) as { type?: string; code?: string };
      if (type === 'entity.too.large') reject(new BodyTooLargeError(limits));
      else if (type === 'encoding.unsupported')
        reject(new UnknownEncodingError(request.headers['content-encoding']));
      else if (code?.startsWith('Z_') || code?.startsWith('ERR__ERROR_FORMAT')) reject(notUnpacked());
      else if (error) reject(error as Error);
      else resolve();
    });
  });
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** JSON is UTF-8, whatever a charset beside it might say. */
function isJson(request: Request): boolean {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(request.headers['content-type'] ?? '')?.[1];
  return Boolean(request.is(['json', '+json'])) && /^utf-?8$/i.test(charset ?? 'utf-8');
}

function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw notUtf8();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}
