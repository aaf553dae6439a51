/** Reads the addresses of the database and the payment service, each as its client wants it, and the parts of any address. */
import { readFileSync } from 'node:fs';

/** Why an address is not one; never repeats a password. */
export class AddressError extends Error {}

export interface DatabaseAddress {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  ssl?: { rejectUnauthorized: boolean; verifyIdentity?: boolean; ca?: string };
}

const DATABASE_ALLOWED =
  'mysql://user:password@host:port/name, with ?ssl=required for an encrypted connection, or ?ssl=verify&ca=FILE to check the server as well';
const HTTP_ALLOWED =
  'an address that begins with http:// or https://, without user, query and hash (a credential goes into PAYMENT_API_TOKEN or PAYMENT_API_COOKIE)';

export function readDatabaseUrl(given: string): DatabaseAddress {
  const url = parse(given, ['mysql:', 'mariadb:'], DATABASE_ALLOWED);
  const database = decode(url.pathname.slice(1), DATABASE_ALLOWED);
  const { ssl, ca } = query(url, ['ssl', 'ca'], DATABASE_ALLOWED);
  const isWrong = !database || database.includes('/') || !['required', 'verify', undefined].includes(ssl);
  if (isWrong || (ca !== undefined && ssl !== 'verify')) throw new AddressError(DATABASE_ALLOWED);
  return {
    host: hostOf(url),
    port: Number(url.port || 3306),
    user: decode(url.username, DATABASE_ALLOWED),
    password: decode(url.password, DATABASE_ALLOWED),
    database,
    ...(ssl === 'required' && { ssl: { rejectUnauthorized: false } }),
    ...(ssl === 'verify' && { ssl: { rejectUnauthorized: true, verifyIdentity: true, ...authority(ca) } }),
  };
}

/** The base address, without a trailing slash: paths are put behind it. */
export function readHttpUrl(given: string): string {
  const url = parse(given, ['http:', 'https:'], HTTP_ALLOWED);
  if (url.username || url.password || /[?#]/.test(given)) throw new AddressError(HTTP_ALLOWED);
  return given.replace(/\/+$/, '');
}

/** The address with its credentials hidden, however it is misspelt. */
export function withoutPassword(given: string): string {
  return given
    .replace(/\/\/.*@/s, '//…@')
    .replace(/(\/\/[^/:@]*):(?!\d)[^/]+/, '$1:…')
    .replace(/[?#].*$/s, '?…');
}

export function parse(given: string, protocols: string[], allowed: string): URL {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !protocols.includes(url.protocol) || !url.hostname || (url.hash && protocols[0] !== 'http:')) {
    throw new AddressError(allowed);
  }
  return url;
}

/** IPv6 addresses stand in brackets in an address only. */
export const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '');

export function decode(part: string, allowed: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new AddressError(`${allowed}; a % in a name or password is written %25`);
  }
}

export function query(url: URL, known: string[], allowed: string): Record<string, string | undefined> {
  const given = [...url.searchParams.keys()];
  if (given.some((name) => !known.includes(name)) || new Set(given).size < given.length) {
    throw new AddressError(allowed);
  }
  return Object.fromEntries(url.searchParams);
}

/** The authority's certificate; without one those that the system trusts. */
export function authority(file: string | undefined): { ca?: string } {
  if (file === undefined) return {};
  let ca: string;
  try {
    ca = readFileSync(file, 'utf8');
  } catch (error) {
    throw new AddressError(`a ca file that can be read (${(error as NodeJS.ErrnoException).code}: ${file})`);
  }
  if (!ca.includes('-----BEGIN CERTIFICATE-----')) {
    throw new AddressError(`a ca file with a certificate in PEM form (${file} has none)`);
  }
  return { ca };
}
