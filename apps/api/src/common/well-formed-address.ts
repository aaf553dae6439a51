import type { NextFunction, Request, Response } from 'express';
import { InvalidInputError } from './domain-error';

/** Refuses an address that cannot be decoded, or has a NUL in it, before anything takes it for what it is not. */
export function refuseMalformedAddress(request: Request, _response: Response, next: NextFunction): void {
  if (isWellFormed(request.originalUrl)) return next();
  next(
    new InvalidInputError('Alamat permintaan tidak dapat dibaca', {
      url: ['must be percent-encoded UTF-8 without NUL'],
    }),
  );
}

function isWellFormed(url: string): boolean {
  try {
    return !decodeURIComponent(url).includes('\0');
  } catch {
    return false;
  }
}
