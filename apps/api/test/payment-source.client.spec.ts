import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Test } from '@nestjs/testing';
import { generate } from 'selfsigned';
import { env } from '../src/config/env';
import { KoneksiRepository } from '../src/sisda/koneksi.repository';
import { PaymentSourceClient } from '../src/sisda/payment-source.client';
import { PaymentSourceModule } from '../src/sisda/payment-source.module';
import { RequestAbandonedError } from '../src/sisda/payment-source.errors';
import { ALWAYS } from '../src/sisda/payment-transport';
import { bodyOf, period } from './answers';

const ID = '7';
const GOOD = bodyOf(ID, [period('20252026', 100, 100)]);
const SIX_MB = 6 * 1024 * 1024;

/** Where nothing is saved. */
async function clientOfEnvironment(): Promise<PaymentSourceClient> {
  const nothing = {
    get: async () => ({ version: 0, token: null, cookie: null }),
    note: async () => undefined,
  };
  const module = await Test.createTestingModule({ imports: [PaymentSourceModule] })
    .overrideProvider(KoneksiRepository)
    .useValue(nothing)
    .compile();
  return module.get(PaymentSourceClient);
}

describe('asking the payment service', () => {
  let server: Server;
  let answer: RequestListener;
  let client: PaymentSourceClient;
  let requests: string[];

  beforeAll(async () => {
    server = createServer((request, response) => {
      requests.push(request.url!);
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    Object.assign(env, {
      PAYMENT_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sisda/v1`,
      PAYMENT_API_TOKEN: 'rahasia-layanan',
      PAYMENT_API_COOKIE: 'sesi=1',
      SYNC_TIMEOUT_MS: 1_500,
    });
    client = await clientOfEnvironment();
  });
  beforeEach(() => {
    requests = [];
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const failure = () =>
    client.fetchPayments(ID).then(
      () => null,
      (error: unknown) => error,
    );

  it('sends the credentials and reads the answer', async () => {
    let headers: Record<string, unknown> = {};
    answer = (request, response) => {
      headers = request.headers;
      response.end(GOOD);
    };
    expect((await client.fetchPayments(ID)).ringkasan).toMatchObject({ tagihan: 100, lebihBayar: 0 });
    expect(requests).toEqual(['/sisda/v1/payments/7']);
    expect(headers).toMatchObject({ authorization: 'Bearer rahasia-layanan', cookie: 'sesi=1' });
  });

  it('tells that an answer has come before it is read, unless it is large', async () => {
    const told = jest.fn();
    const ask = async (text: string) => {
      answer = (_, response) => response.end(text);
      return client.fetchChanged(ID, undefined, ALWAYS, told).catch((error: Error) => error);
    };
    expect(await ask(GOOD)).toMatchObject({ periode: ['20252026'] });
    expect(await ask('tidak dapat dibaca')).toMatchObject({ reason: 'not_json' });
    expect(told).toHaveBeenCalledTimes(2);
    expect(await ask(GOOD + ' '.repeat(70_000))).toMatchObject({ periode: ['20252026'] });
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('unpacks gzip', async () => {
    answer = (_, response) => response.setHeader('Content-Encoding', 'gzip').end(gzipSync(GOOD));
    expect((await client.fetchPayments(ID)).ringkasan.dibayar).toBe(100);
  });

  it.each<[string, RequestListener, object]>([
    ['never answers', () => undefined, { reason: 'timeout', retryable: true, outage: true }],
    [
      'drips for ever',
      (_, response) => {
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
      { reason: 'timeout', retryable: true },
    ],
    [
      'hangs up',
      (request) => request.socket.destroy(),
      { reason: 'connection_cut', retryable: true, httpStatus: null },
    ],
    [
      'breaks off in the middle',
      (_, response) => {
        response.setHeader('Content-Length', GOOD.length);
        response.write(GOOD.slice(0, 20), () => response.destroy());
      },
      { reason: 'connection_cut', retryable: true },
    ],
    [
      'ends too early without having said how long it would be',
      (request) => request.socket.end(`HTTP/1.0 200 OK\r\n\r\n${GOOD.slice(0, -10)}`),
      { reason: 'connection_cut', retryable: true, outage: true },
    ],
    [
      'ends its text too early, and sends all of it',
      (_, response) => response.end(GOOD.slice(0, -10)),
      { reason: 'not_json', retryable: true, outage: false },
    ],
    [
      'writes behind the JSON',
      (_, response) => response.end(`${GOOD}\n<!-- 12 ms -->`),
      { reason: 'not_json', retryable: false, outage: false },
    ],
    [
      'sends broken UTF-8',
      (_, response) => response.end(Buffer.concat([Buffer.from(GOOD), Buffer.from([0xc3, 0x28])])),
      { reason: 'wrong_encoding', retryable: false },
    ],
    [
      'names a charset that there is not',
      (_, response) => response.setHeader('Content-Type', 'application/json; charset=klingon').end(GOOD),
      { reason: 'wrong_encoding', retryable: false, httpStatus: 200 },
    ],
    [
      'says why it refuses',
      (_, response) => response.writeHead(422).end('{"message":"Siswa diblokir"}'),
      {
        reason: 'request_rejected',
        message: 'Permintaan ditolak oleh server pembayaran (HTTP 422): Siswa diblokir',
      },
    ],
    [
      'sends broken gzip',
      (_, response) => response.setHeader('Content-Encoding', 'gzip').end(gzipSync(GOOD).subarray(0, 30)),
      { reason: 'not_json', retryable: true, outage: false },
    ],
    [
      'sends more than 5 MB',
      (_, response) => response.end(' '.repeat(SIX_MB) + GOOD),
      { reason: 'too_large', retryable: false },
    ],
    [
      'sends more than 5 MB packed into little',
      (_, response) =>
        response.setHeader('Content-Encoding', 'gzip').end(gzipSync(' '.repeat(SIX_MB) + GOOD)),
      { reason: 'too_large', retryable: false },
    ],
    [
      'redirects',
      (_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
      { reason: 'redirected', httpStatus: 302, retryable: false },
    ],
    [
      'is overrun',
      (_, response) => response.writeHead(429, { 'Retry-After': '2' }).end(),
      { reason: 'rate_limited', retryAfterMs: 2_000, retryable: true },
    ],
    [
      'sends a page',
      (_, response) => response.writeHead(203).end('<html>'),
      { reason: 'not_json', retryable: false, httpStatus: 203 },
    ],
  ])('knows a service that %s', async (_, listener, error) => {
    answer = listener;
    expect(await failure()).toMatchObject({ name: 'PaymentSourceError', ...error });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['iso-8859-1', 'latin1'],
    ['utf-16le', 'utf16le'],
  ] as const)('reads %s by its charset', async (charset, encoding) => {
    const text = GOOD.replace('"saldo"', '"nama":"Zaïd","saldo"');
    answer = (_, response) =>
      response
        .setHeader('Content-Type', `application/json; charset=${charset}`)
        .end(Buffer.from(text, encoding));
    expect((await client.fetchPayments(ID)).pembayaran).toContain('"nama":"Zaïd"');
  });

  it('asks again, at once, where a kept connection was closed while it lay idle', async () => {
    const used = new WeakSet<object>();
    answer = (request, response) => {
      if (used.has(request.socket)) return void request.socket.resetAndDestroy();
      used.add(request.socket);
      response.end(GOOD);
    };
    for (let n = 0; n < 3; n++) expect((await client.fetchPayments(ID)).pembayaran).toBeTruthy();
    expect(requests.length).toBeGreaterThan(3);
  });

  it('gives a request up when its run no longer wants it', async () => {
    const run = new AbortController();
    answer = () => run.abort();
    const request = client.fetchPayments(ID, { signal: run.signal, mayBegin: async () => true });
    await expect(request).rejects.toBeInstanceOf(RequestAbandonedError);
  });
});

describe('a payment service that cannot be reached', () => {
  const clientOf = async (url: string) => {
    Object.assign(env, { PAYMENT_API_URL: url, SYNC_TIMEOUT_MS: 5_000 });
    return clientOfEnvironment();
  };
  const listening = async (server: Server) => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };

  it.each<[string, () => Promise<{ url: string; server?: Server }>, string]>([
    ['has no address', async () => ({ url: 'http://tidak-ada.invalid' }), 'host_unknown'],
    [
      'is not there',
      async () => {
        const server = createServer();
        const port = await listening(server);
        await new Promise((resolve) => server.close(resolve));
        return { url: `http://127.0.0.1:${port}` };
      },
      'connection_refused',
    ],
    [
      'speaks plain HTTP where HTTPS was expected',
      async () => {
        const server = createServer((_, response) => response.end(GOOD));
        return { url: `https://127.0.0.1:${await listening(server)}`, server };
      },
      'tls_failed',
    ],
    [
      'has a certificate that nobody signed',
      async () => {
        const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
        const server = createTlsServer({ key, cert }, (_, response) => response.end(GOOD));
        return { url: `https://127.0.0.1:${await listening(server)}`, server };
      },
      'certificate_rejected',
    ],
  ])('%s', async (_, start, reason) => {
    const { url, server } = await start();
    const error = await (await clientOf(url)).fetchPayments(ID).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ reason, retryable: true, outage: true });
    server?.closeAllConnections();
    server?.close();
  });
});
