import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { InvalidInputError } from '../common/domain-error';
import { env } from '../config/env';

/** An address that must not be called. */
export class ForbiddenTargetError extends Error {}

/** What is wrong with an address to call, in Indonesian; null where nothing is. */
function problemOf(given: string): string | null {
  if (!URL.canParse(given)) return 'bukan alamat web yang lengkap';
  const { protocol, username, password, hostname } = new URL(given);
  if (protocol !== 'https:' && protocol !== 'http:') return 'harus dimulai dengan https://';
  if (username || password) return 'tidak boleh berisi nama pengguna atau kata sandi';
  if (given.includes('#')) return 'tidak boleh berisi #';
  if (protocol === 'http:' && !isLocalName(hostname) && !env.WEBHOOK_ALLOW_HTTP)
    return 'harus https; http hanya untuk komputer ini sendiri, atau dengan WEBHOOK_ALLOW_HTTP';
  const address = bare(hostname);
  if (isIP(address) && !mayCall(hostname, address)) return PRIVATE;
  return null;
}

const PRIVATE = 'menunjuk ke alamat jaringan pribadi; izinkan dengan WEBHOOK_ALLOW_PRIVATE';

/** The address in its one form. */
export function checkedTarget(given: string): string {
  const problem = problemOf(given.trim());
  if (problem === null) return new URL(given.trim()).href;
  throw new InvalidInputError(`Isian tidak sesuai: url ${problem}`, { url: [problem] });
}

/** Looked at again before each call, since what is allowed may have changed. */
export function assertTarget(url: string): void {
  const problem = problemOf(url);
  if (problem !== null) throw new ForbiddenTargetError(`Alamat ${problem}`);
}

/** Looks a name up as the system does, and refuses it where any of its addresses must not be called. */
export const guardedLookup: LookupFunction = (hostname, options, done) => {
  dnsLookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0);
    const addresses = found as unknown as LookupAddress[];
    if (!addresses.every(({ address }) => mayCall(hostname, address)))
      return done(new ForbiddenTargetError(`Alamat ${PRIVATE}`), '', 0);
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
