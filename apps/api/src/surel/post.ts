import { createTransport } from 'nodemailer';
import type { SmtpAddress } from '../config/mail-address';

/** A connection of its own for each letter, encrypted as the address says, and never a file or an address read for it. */
export function openPost({ host, port, user, password, encryption, ca }: SmtpAddress, patienceMs: number) {
  return createTransport({
    ...{ host, port, secure: encryption === 'tls' },
    ...{ requireTLS: encryption === 'starttls', ignoreTLS: encryption === 'none' },
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    ...(ca !== undefined && { tls: { ca } }),
    ...{ connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
    ...{ dnsTimeout: patienceMs, socketCloseTimeout: 0 },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
}
