/** Reads the address of the mail server, and whose letters they are. */
import { domainToASCII } from 'node:url';
import { isEmail } from 'class-validator';
import { AddressError, authority, decode, hostOf, parse, query } from './addresses';

export interface SmtpAddress {
  host: string;
  port: number;
  user?: string;
  password?: string;
  /** Encrypted from the first byte; once both sides agree; only where the server offers it; not at all. */
  encryption: 'tls' | 'starttls' | 'offered' | 'none';
  ca?: string;
}

/** A name, which may be empty, and an address. */
export interface Mailbox {
  name: string;
  address: string;
}

const SMTP_ALLOWED =
  'smtp://user:password@host:port or smtps:// for a connection encrypted from the first byte, with ?ca=FILE where the ' +
  'authority is your own, and ?tls=required or ?tls=none where STARTTLS must, or must not, be used';
const FROM_ALLOWED = 'an e-mail address, or Name <address>';
const SMTPS_PORT = 465;
const SUBMISSION_PORT = 587;
const LOCAL = ['localhost', '127.0.0.1', '::1'];

export function readSmtpUrl(given: string): SmtpAddress {
  const url = parse(given, ['smtp:', 'smtps:'], SMTP_ALLOWED);
  const { ca, tls } = query(url, ['ca', 'tls'], SMTP_ALLOWED);
  const isSecure = url.protocol === 'smtps:';
  const isWrong = !['required', 'none', undefined].includes(tls) || (isSecure && tls !== undefined);
  if (isWrong || !/^\/?$/.test(url.pathname) || (ca !== undefined && tls === 'none')) {
    throw new AddressError(SMTP_ALLOWED);
  }
  const host = hostOf(url);
  const password = decode(url.password, SMTP_ALLOWED);
  return {
    ...{ host, port: Number(url.port || (isSecure ? SMTPS_PORT : SUBMISSION_PORT)) },
    ...(url.username && { user: decode(url.username, SMTP_ALLOWED), password }),
    encryption: isSecure ? 'tls' : encryptionOf(tls, password !== '' && !LOCAL.includes(host)),
    ...authority(ca),
  };
}

/** A password goes to another machine encrypted, unless somebody says that it need not. */
function encryptionOf(asked: string | undefined, hasSecret: boolean): SmtpAddress['encryption'] {
  if (asked === 'none') return 'none';
  return asked === 'required' || hasSecret ? 'starttls' : 'offered';
}

export function readMailbox(given: string): Mailbox {
  const [, name = '', inBrackets, bare] = /^(?:"?([^"<>]*?)"?\s*<([^<>\s]+)>|([^<>\s]+))$/.exec(given) ?? [];
  const address = mailAddress(inBrackets ?? bare ?? '');
  if (address === null || /\p{Cc}/u.test(given)) throw new AddressError(FROM_ALLOWED);
  return { name: name.trim(), address };
}

/** The one form of an address, its domain in ASCII; null where it is none that any mail server takes. */
export function mailAddress(given: string): string | null {
  const at = given.lastIndexOf('@');
  const address = `${given.slice(0, at)}@${domainToASCII(given.slice(at + 1))}`.toLowerCase();
  const isPlain = at > 0 && /^[\x21-\x7e]+$/.test(address) && !/["(),:;<>[\]\\]/.test(address);
  return isPlain && isEmail(address, { require_tld: false }) ? address : null;
}

export const mailboxText = ({ name, address }: Mailbox) => (name ? `${name} <${address}>` : address);
