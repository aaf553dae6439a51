import { type AddressInfo, createServer } from 'node:net';
import { generate } from 'selfsigned';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { env } from '../src/config/env';
import type { SmtpAddress } from '../src/config/mail-address';
import { MailCarrier } from '../src/surel/mail-carrier';
import { Carriers } from '../src/webhook/carrier';
import type { Target } from '../src/webhook/endpoint.repository';

/** A server that answers does it within this, on a machine that has much else to do too. */
const PATIENCE_MS = 20_000;
const IMPATIENT_MS = 400;
const TO: Target = { channel: 'surel', url: 'kepala@sekolah.test', off: null, secrets: [] };
const LETTER = { id: '1', messageId: 'msg_1', body: 'Judul\n\nIsi', attempts: 1, triedForMs: 0 };

describe('a letter that is given to a mail server', () => {
  const carrier = new MailCarrier(new Carriers());
  const closers: (() => void)[] = [];

  const waitAtMost = (patienceMs: number) => Object.assign(carrier, { patienceMs });

  beforeEach(() => waitAtMost(PATIENCE_MS));
  afterEach(() => closers.splice(0).forEach((close) => close()));

  /** Gives the letter to a server of ours. */
  async function give(options: SMTPServerOptions, address: Partial<SmtpAddress> = {}) {
    const server = new SMTPServer({ authOptional: true, closeTimeout: 50, ...options });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => server.close());
    return giveTo((server.server.address() as AddressInfo).port, address);
  }

  function giveTo(port: number, address: Partial<SmtpAddress> = {}, stop?: AbortSignal) {
    const SMTP_URL: SmtpAddress = { host: 'localhost', port, encryption: 'offered', ...address };
    Object.assign(env, { SMTP_URL, MAIL_FROM: { name: 'Bantubayar', address: 'b@sekolah.test' } });
    return carrier.attempt(TO, LETTER, stop);
  }

  const certificate = (commonName: string, notAfterDate?: Date) =>
    generate([{ name: 'commonName', value: commonName }], {
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: commonName }] }],
      ...(notAfterDate && { notBeforeDate: new Date(0), notAfterDate }),
    });
  const plain: SMTPServerOptions = { disabledCommands: ['STARTTLS', 'AUTH'] };
  const refusing = (responseCode: number) => Object.assign(new Error('tidak'), { responseCode });

  it('is taken, with what the server says', async () => {
    expect(await give(plain)).toMatchObject({ httpStatus: 250, message: null, answer: expect.any(String) });
  });

  it('says that nobody is there, or nobody answers, and does not wait for ever', async () => {
    const port = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => resolve(port));
      });
    });
    expect((await giveTo(port)).message).toContain('Sambungan ditolak (server e-mail localhost:');
    waitAtMost(IMPATIENT_MS);
    for (const drip of [false, true]) {
      const silent = createServer((socket) => {
        socket.on('error', () => undefined);
        const dripping = drip && setInterval(() => socket.write('220-sabar\r\n'), 50);
        socket.on('close', () => dripping && clearInterval(dripping));
      }).listen(0);
      closers.push(() => silent.close());
      const attempt = await giveTo((silent.address() as AddressInfo).port);
      expect(attempt.message).toContain('tidak menjawab pada waktunya');
      expect(attempt.isHopeless).toBeUndefined();
      expect(attempt.durationMs).toBeLessThan(IMPATIENT_MS * 3);
    }
  });

  it('tells a refusal for good from one for now, and the address from the letter', async () => {
    const rcpt = (code: number) => give({ ...plain, onRcptTo: (_, __, done) => done(refusing(code)) });
    expect(await rcpt(550)).toMatchObject({ httpStatus: 550, isHopeless: 'this', answer: '550 tidak' });
    expect(await rcpt(451)).toMatchObject({ httpStatus: 451, isHopeless: undefined });
    const data = await give({
      ...plain,
      onData: (stream, _, done) => void stream.resume().on('end', () => done(refusing(554))),
    });
    expect(data).toMatchObject({ isHopeless: 'this', message: 'Server e-mail menolak surat ini (554)' });
    const from = await give({ ...plain, onMailFrom: (_, __, done) => done(refusing(553)) });
    expect(from).toMatchObject({ isHopeless: undefined, message: expect.stringContaining('MAIL_FROM') });
  });

  it('goes with a password only where it is encrypted and the password is right', async () => {
    const { private: key, cert } = await certificate('localhost');
    const login = { user: 'u', password: 'rahasia-sekali' };
    const server: SMTPServerOptions = {
      ...{ key, cert },
      onAuth: ({ password }, _, done) =>
        password === login.password ? done(null, { user: 'u' }) : done(refusing(535)),
    };
    const safe = { ...login, encryption: 'starttls', ca: cert } as const;
    expect((await give(server, safe)).message).toBeNull();
    const wrong = await give(server, { ...safe, password: 'salah' });
    expect(wrong).toMatchObject({ httpStatus: 535, isHopeless: undefined });
    expect(wrong.message).toContain('menolak nama pengguna atau kata sandinya');
    const bare = await give({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true }, safe);
    expect(bare.message).toContain('tidak menawarkan sambungan terenkripsi');
  });

  it('says what is wrong with a certificate', async () => {
    const own = await certificate('localhost');
    const other = await certificate('mail.lain.test');
    const old = await certificate('localhost', new Date('2020-01-01'));
    const tell = async ({ private: key, cert }: typeof own, ca?: string) =>
      (await give({ key, cert, secure: true }, { encryption: 'tls', ...(ca && { ca }) })).message;
    expect(await tell(own)).toContain('ditandatangani sendiri');
    expect(await tell(own, own.cert)).toBeNull();
    expect(await tell(other, other.cert)).toContain('untuk nama lain');
    expect(await tell(old, old.cert)).toContain('kedaluwarsa');
    const upgraded = await give({ key: own.private, cert: own.cert });
    expect(upgraded.message).toContain('ditandatangani sendiri');
    expect((await give(plain, { encryption: 'tls' })).message).toMatch(/TLS|terputus/);
  });

  it('is cut off when the worker stops', async () => {
    const silent = createServer((socket) => void socket.on('error', () => undefined)).listen(0);
    closers.push(() => silent.close());
    const { port } = silent.address() as AddressInfo;
    const attempt = await giveTo(port, {}, AbortSignal.timeout(50));
    expect(attempt.message).not.toBeNull();
    expect(attempt.durationMs).toBeLessThan(PATIENCE_MS);
  });
});
