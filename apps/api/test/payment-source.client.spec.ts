import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Test } from '@nestjs/testing';
import { env } from '../src/config/env';
import { PaymentSourceClient } from '../src/sisda/payment-source.client';
import { PaymentSourceModule } from '../src/sisda/payment-source.module';
import { RequestAbandonedError } from '../src/sisda/payment-source.errors';
import { bodyOf, period } from './answers';

const ID = '7';
const GOOD = bodyOf(ID, [period('20252026', 100, 100)]);
const SIX_MB = 6 * 1024 * 1024;

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
    const module = await Test.createTestingModule({ imports: [PaymentSourceModule] }).compile();
    client = module.get(PaymentSourceClient);
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
    expect((await client.fetchPayments(ID)).ringkasan).toMatchObject({ tagihan: 100, status: 'lunas' });
    expect(requests).toEqual(['/sisda/v1/payments/7']);
    expect(headers).toMatchObject({ authorization: 'Bearer rahasia-layanan', cookie: 'sesi=1' });
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
    ['hangs up', (request) => request.socket.destroy(), { reason: 'connection_cut', retryable: true }],
    [
      'breaks off in the middle',
      (_, response) => {
        response.setHeader('Content-Length', GOOD.length);
        response.write(GOOD.slice(0, 20), () => response.destroy());
      },
      { reason: 'connection_cut', retryable: true },
    ],
    [
      'ends too early without saying how long it would be',
      (_, response) => response.end(GOOD.slice(0, -10)),
      { reason: 'connection_cut', retryable: true },
    ],
    [
      'sends broken gzip',
      (_, response) => response.setHeader('Content-Encoding', 'gzip').end(gzipSync(GOOD).subarray(0, 30)),
      { reason: 'connection_cut', retryable: true },
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
    ['sends a page', (_, response) => response.end('<html>'), { reason: 'not_json', retryable: false }],
  ])('knows a service that %s', async (_, listener, error) => {
    answer = listener;
    expect(await failure()).toMatchObject({ name: 'PaymentSourceError', ...error });
    expect(requests).toHaveLength(1);
  });

  it('gives a request up when its run no longer wants it', async () => {
    const run = new AbortController();
    answer = () => run.abort();
    const request = client.fetchPayments(ID, { signal: run.signal, mayBegin: async () => true });
    await expect(request).rejects.toBeInstanceOf(RequestAbandonedError);
  });
});
