import type { Request } from 'express';

/** The methods that change nothing. */
export const READS = ['GET', 'HEAD'];

/** Whether a browser goes to an address: it would rather read HTML than JSON. Who brings a token is a program, whatever it accepts. */
export function isNavigation(request: Request): boolean {
  if (!READS.includes(request.method) || request.headers.authorization !== undefined) return false;
  return request.accepts('json', 'html') === 'html';
}
