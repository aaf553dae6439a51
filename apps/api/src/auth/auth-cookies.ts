import type { Request, Response } from 'express';
import { DEVICE_COOKIE, DEVICE_MS } from './known-devices';
import { SESSION_COOKIE } from '../common/principal';
import { type Browser, SESSION_MS, SIGNED_IN_COOKIE } from './session.service';

/** The secret in a cookie; null where there is none. */
export function cookieOf(request: Request, name: string): string | null {
  const value = (request.cookies as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** What the browser tells of itself. */
export function browserOf({ ip, headers }: Request): Browser {
  return { address: ip ?? '', userAgent: headers['user-agent'] ?? null };
}

/** The session's cookie comes first. */
export function setSession(request: Request, response: Response, secret: string): void {
  const options = { ...optionsOf(request), maxAge: SESSION_MS };
  response.cookie(SESSION_COOKIE, secret, options);
  response.cookie(SIGNED_IN_COOKIE, '1', { ...options, httpOnly: false });
}

export function setDevice(request: Request, response: Response, secret: string): void {
  response.cookie(DEVICE_COOKIE, secret, { ...optionsOf(request), path: '/auth', maxAge: DEVICE_MS });
}

export function clearSession(request: Request, response: Response): void {
  response.clearCookie(SESSION_COOKIE, optionsOf(request));
  response.clearCookie(SIGNED_IN_COOKIE, { ...optionsOf(request), httpOnly: false });
}

function optionsOf(request: Request) {
  return { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' } as const;
}
