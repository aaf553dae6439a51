import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { NextFunction, Request, Response } from 'express';

export const REQUEST_ID = 'X-Request-Id';
const SAFE = /^[\w.-]{1,64}$/;

/** The client's name for a request where that can stand in a log, else one of ours. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && SAFE.test(given) ? given : randomUUID();
}

/** Names each request, and says the name in the answer. */
export function nameRequest(request: Request, response: Response, next: NextFunction): void {
  request.id = requestIdOf(request);
  response.setHeader(REQUEST_ID, request.id);
  next();
}
