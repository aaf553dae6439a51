import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpService } from '@nestjs/axios';
import type { DataSource } from 'typeorm';
import { env } from '../src/config/env';
import { withoutSecrets } from '../src/logging/secrets';
import { Contacts } from '../src/sisda/contacts';
import { Credentials } from '../src/sisda/credentials';
import { KoneksiRepository } from '../src/sisda/koneksi.repository';
import { sealed } from '../src/sisda/kredensial';
import { PaymentSourceClient } from '../src/sisda/payment-source.client';
import { PaymentTransport } from '../src/sisda/payment-transport';
import { RateLimiter } from '../src/sisda/rate-limiter';
import { bodyOf, period } from './answers';
import { freshDatabase } from './database';

const KEY = Buffer.alloc(32, 1);
const GOOD = bodyOf('7', [period('20252026', 100, 100)]);

describe('saved credentials', () => {
  let dataSource: DataSource;
  let server: Server;
  let wanted: string;
  let asked: (string | undefined)[];
  let koneksi: KoneksiRepository;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    koneksi = new KoneksiRepository(dataSource);
    server = createServer(({ headers }, response) => {
      asked.push(headers.authorization);
      response.writeHead(headers.authorization === `Bearer ${wanted}` ? 200 : 401).end(GOOD);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(async () => {
    Object.assign(env, { PAYMENT_API_TOKEN: undefined, PAYMENT_API_COOKIE: undefined, SECRETS_KEY: KEY });
    asked = [];
    wanted = 'token-baru';
    await koneksi.save({ token: null, cookie: null }, 'Uji');
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await dataSource.destroy();
  });

  /** A process that has looked once, and is not told of anything by itself. */
  async function aProcess() {
    const credentials = new Credentials(koneksi);
    const contacts = new Contacts(koneksi);
    const { port } = server.address() as AddressInfo;
    const http = new HttpService();
    Object.assign(http.axiosRef.defaults, {
      ...{ baseURL: `http://127.0.0.1:${port}`, responseType: 'arraybuffer', validateStatus: () => true },
    });
    const client = new PaymentSourceClient(
      new PaymentTransport(http),
      credentials,
      contacts,
      new RateLimiter(),
    );
    await credentials.look();
    const reason = () =>
      client.fetchPayments('7').then(
        () => null,
        (error: { reason: string }) => error.reason,
      );
    return { credentials, contacts, reason };
  }

  const save = (token: string) => koneksi.save({ token: sealed('token', token) }, 'Siti');

  it('are used by a process that looks, and stand in the database sealed only', async () => {
    await save('token-baru');
    const { reason } = await aProcess();
    expect(await reason()).toBeNull();
    const { token, savedBy } = await koneksi.get();
    expect(token!.includes(Buffer.from('token-baru'))).toBe(false);
    expect(savedBy).toBe('Siti');
    expect(withoutSecrets('asked with token-baru')).toBe('asked with ***');
  });

  it('that replace refused ones are asked with at once, before anybody has looked', async () => {
    await save('token-lama');
    const { reason } = await aProcess();
    expect(await reason()).toBe('credentials_rejected');
    await save('token-baru');
    expect(await reason()).toBeNull();
    expect(asked).toEqual(['Bearer token-lama', 'Bearer token-lama', 'Bearer token-baru']);
  });

  it('stand behind those of the environment', async () => {
    await save('token-lama');
    Object.assign(env, { PAYMENT_API_TOKEN: 'token-baru' });
    const { reason, credentials } = await aProcess();
    expect(await reason()).toBeNull();
    expect(credentials.with({ token: 'token-lain', cookie: 'a=1' })).toEqual({
      ...{ token: 'token-baru', cookie: 'a=1' },
    });
  });

  it.each([
    ['another key', Buffer.alloc(32, 2)],
    ['no key', undefined],
  ])('that cannot be opened with %s are told as such, and nothing is asked without them', async (_, key) => {
    await save('token-baru');
    Object.assign(env, { SECRETS_KEY: key });
    const { reason, contacts } = await aProcess();
    expect(await reason()).toBe('credentials_unreadable');
    await contacts.write();
    expect(asked).toEqual([]);
    expect((await koneksi.get()).rejectedSince).not.toBeNull();
  });

  it('are refused until an answer is good, whoever asked with older ones', async () => {
    const refused = async () => (await koneksi.get()).rejectedSince !== null;
    await save('token-lama');
    const worker = await aProcess();
    await worker.reason();
    await worker.contacts.write();
    expect(await refused()).toBe(true);
    expect((await koneksi.get()).contact).toMatchObject({ reason: 'credentials_rejected', httpStatus: 401 });

    const { version } = await koneksi.get();
    await save('token-baru');
    expect(await refused()).toBe(true);
    await (await aProcess()).reason();
    await koneksi.note(version, { reason: 'credentials_rejected', httpStatus: 401, durationMs: 1 }, true);
    // An outage says nothing of the credentials.
    await koneksi.note(version + 1, { reason: 'timeout', httpStatus: null, durationMs: 1 }, null);
    expect(await refused()).toBe(false);
  });
});
