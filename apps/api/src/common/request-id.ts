import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const HEADER = 'X-Request-Id';
const SAFE = /^[\w.-]{1,64}$/;

/** Names each request, by the client's name for it where that can stand in a log, and says the name in the answer. */
export function nameRequest(request: Request, response: Response, next: NextFunction): void {
  const given = request.get(HEADER);
  request.id = given !== undefined && SAFE.test(given) ? given : randomUUID();
  response.setHeader(HEADER, request.id);
  next();
}
