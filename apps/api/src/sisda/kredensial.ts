import {
  KREDENSIAL,
  type KredensialAsal,
  type KredensialName,
  type KredensialTersimpan,
} from '@bantubayar/shared';
import { seal, unseal } from '../common/secret-box';
import { env } from '../config/env';

type Each<T> = Record<KredensialName, T>;

/** A credential: what is sent, where it is from, and whether one is saved. */
export interface Kredensial {
  /** undefined: none is sent. null: one would be, but cannot be opened. */
  value: string | undefined | null;
  asal: KredensialAsal;
  tersimpan: KredensialTersimpan;
  /** The saved one, be it sent or not. */
  saved: string | undefined;
}

const aad = (name: KredensialName) => `koneksi.${name}`;
const ofEnvironment = (name: KredensialName) =>
  name === 'token' ? env.PAYMENT_API_TOKEN : env.PAYMENT_API_COOKIE;

/** The credentials as they are saved, sealed. */
export const sealed = (name: KredensialName, value: string) => seal(env.SECRETS_KEY!, aad(name), value);

/** What is sent to the service, given what is saved: a variable of the environment wins. */
export function kredensialOf(stored: Each<Buffer | null>): Each<Kredensial> {
  return each((name) => {
    const box = stored[name];
    const saved = box && (env.SECRETS_KEY ? unseal(env.SECRETS_KEY, aad(name), box) : null);
    const given = ofEnvironment(name);
    return {
      value: given ?? (box ? saved : undefined),
      asal: given !== undefined ? 'environment' : box ? 'saved' : 'none',
      tersimpan: !box ? 'tidak' : saved === null ? 'tidak_terbaca' : 'ya',
      saved: saved ?? undefined,
    };
  });
}

/** The values that would be sent if these were saved. */
export function valuesWith(now: Each<Kredensial>, given: Partial<Each<string>>): Each<Kredensial['value']> {
  return each((name) => {
    const isOurs = now[name].asal !== 'environment' && given[name] !== undefined;
    return isOurs ? given[name] || undefined : now[name].value;
  });
}

/** The headers of a request; null where a credential cannot be opened. */
export function headersOf({ token, cookie }: Each<Kredensial['value']>): Record<string, string> | null {
  if (token === null || cookie === null) return null;
  return {
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    ...(cookie === undefined ? {} : { Cookie: cookie }),
  };
}

function each<T>(of: (name: KredensialName) => T): Each<T> {
  return Object.fromEntries(KREDENSIAL.map((name) => [name, of(name)])) as Each<T>;
}
