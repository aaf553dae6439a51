import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { wrongField } from '../common/wrong-field';
import { env } from '../config/env';
import type { Wrong } from '../config/wrong';

/** An address that must not be called. */
export class ForbiddenTargetError extends Error {}

const WRONG = {
  incomplete: { id: 'bukan alamat web yang lengkap', en: 'must be a complete web address' },
  protocol: { id: 'harus dimulai dengan https://', en: 'must begin with https://' },
  password: {
    id: 'tidak boleh berisi nama pengguna atau kata sandi',
    en: 'must not have a user name or a password in it',
  },
  fragment: { id: 'tidak boleh berisi #', en: 'must not have a # in it' },
  http: {
    id: 'harus https; http hanya untuk komputer ini sendiri, atau dengan WEBHOOK_ALLOW_HTTP',
    en: 'must be https; http is for this machine itself only, or with WEBHOOK_ALLOW_HTTP',
  },
  private: {
    id: 'menunjuk ke alamat jaringan pribadi; izinkan dengan WEBHOOK_ALLOW_PRIVATE',
    en: 'must not lead to a private network, unless WEBHOOK_ALLOW_PRIVATE is true',
  },
} satisfies Record<string, Wrong>;

/** What is wrong with an address to call; null where nothing is. */
function problemOf(given: string): Wrong | null {
  if (!URL.canParse(given)) return WRONG.incomplete;
  const { protocol, username, password, hostname } = new URL(given);
  if (protocol !== 'https:' && protocol !== 'http:') return WRONG.protocol;
  if (username || password) return WRONG.password;
  if (given.includes('#')) return WRONG.fragment;
  if (protocol === 'http:' && !isLocalName(hostname) && !env.WEBHOOK_ALLOW_HTTP) return WRONG.http;
  const address = bare(hostname);
  return isIP(address) && !mayCall(hostname, address) ? WRONG.private : null;
}

/** The address in its one form. */
export function checkedTarget(given: string): string {
  const problem = problemOf(given.trim());
  if (problem === null) return new URL(given.trim()).href;
  throw wrongField('url', problem);
}

/** Looked at again before each call, since what is allowed may have changed. */
export function assertTarget(url: string): void {
  const problem = problemOf(url);
  if (problem !== null) throw new ForbiddenTargetError(`Alamat ${problem.id}`);
}

/** Looks a name up as the system does, and refuses it where any of its addresses must not be called. */
export const guardedLookup: LookupFunction = (hostname, options, done) => {
  dnsLookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0);
    const addresses = found as unknown as LookupAddress[];
    if (!addresses.every(({ address }) => mayCall(hostname, address)))
      return done(new ForbiddenTargetError(`Alamat ${WRONG.private.id}`), '', 0);
    const [first] = addresses;
    if (options.all) done(null, addresses);
    else done(null, first!.address, first!.family);
  });
};

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '');

/** Whether it is this machine by its own name; another name that leads here is somebody's trick. */
function isLocalName(hostname: string): boolean {
  const name = bare(hostname);
  return name === 'localhost' || (isIP(name) !== 0 && rangeOf(name) === 'loopback');
}

/** What leads nowhere public either: networks for measuring, and forms of IPv6 that have been given up. */
const NOT_PUBLIC = ['198.18.0.0/15', 'fec0::/10', '::/96'].map((range) => ipaddr.parseCIDR(range));

function mayCall(hostname: string, address: string): boolean {
  const range = rangeOf(address);
  if (env.WEBHOOK_ALLOW_PRIVATE) return true;
  if (range === 'unicast') return !isUnused(ipaddr.process(address));
  return range === 'loopback' && isLocalName(hostname);
}

const isUnused = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  NOT_PUBLIC.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));

/** IPv4 within IPv6 is what it is as IPv4. */
const rangeOf = (address: string) => ipaddr.process(address).range();
