import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A letter as it came in. */
export interface Received {
  to: string;
  from: string;
  headers: string;
  subject: string;
  text: string;
  html: string;
}

/** Somebody's mail server, on the real protocol; takes everything unless it is told to refuse. */
export class Mailbox {
  readonly letters: Received[] = [];
  /** The code with which an address is refused; null: it is taken. */
  refuse: (address: string) => number | null = () => null;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<Mailbox> {
    const server: SMTPServer = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 100 },
      onRcptTo: ({ address }, _session, done) => {
        const responseCode = box.refuse(address);
        done(responseCode ? Object.assign(new Error('no such user here'), { responseCode }) : null);
      },
      onData: (stream, { envelope }, done) => {
        let raw = '';
        stream.setEncoding('latin1').on('data', (part: string) => (raw += part));
        stream.on('end', () => {
          const from = envelope.mailFrom ? envelope.mailFrom.address : '';
          for (const { address } of envelope.rcptTo) box.letters.push({ to: address, from, ...read(raw) });
          done(null);
        });
      },
    });
    const box = new Mailbox(server);
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return box;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** What somebody was sent. */
  of(address: string): Received[] {
    return this.letters.filter(({ to }) => to === address);
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function read(raw: string): Pick<Received, 'headers' | 'subject' | 'text' | 'html'> {
  const headers = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const boundary = /boundary="([^"]+)"/.exec(headers)?.[1] ?? '';
  const part = (type: string) =>
    decoded(raw.split(`--${boundary}`).find((each) => each.includes(`Content-Type: ${type}`)) ?? '');
  return {
    headers,
    subject: /^Subject: (.*)$/m.exec(headers)?.[1]?.trim() ?? '',
    ...{ text: part('text/plain'), html: part('text/html') },
  };
}

function decoded(part: string): string {
  const body = part.slice(part.indexOf('\r\n\r\n') + 4).trim();
  if (!/quoted-printable/i.test(part))
    return Buffer.from(body, 'latin1').toString('utf8').replace(/\r\n/g, '\n');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replace(/\r\n/g, '\n');
}
