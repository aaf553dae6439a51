import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpService } from '@nestjs/axios';
import { Axios } from 'axios';
import { env } from '../config/env';
import { sharedController, PaymentTransport } from './payment-transport';
import { undiciAdapter } from './undici-adapter';

const MOST_BYTES = 1_000;
const LONG_MS = 20_000;

describe('a request to the payment service', () => {
  let server: Server;
  let transport: PaymentTransport;

  async function serve(answer: RequestListener): Promise<void> {
    server = createServer({ keepAliveTimeout: LONG_MS }, answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const adapter = undiciAdapter(`http://127.0.0.1:${port}/api/`, LONG_MS);
    const axios = new Axios({ adapter, headers: { Accept: 'application/json' }, validateStatus: () => true });
    transport = new PaymentTransport(new HttpService(axios as unknown as HttpService['axiosRef']));
  }
  afterEach(() => {
    jest.restoreAllMocks();
    server.closeAllConnections();
    server.close();
  });

  const get = (signal?: AbortSignal) => transport.get('/payments/7', MOST_BYTES, { cookie: 'a=b' }, signal);
  const within = (ms: number) => jest.replaceProperty(env, 'SYNC_TIMEOUT_MS', ms);

  it('brings status, headers and bytes of whatever comes', async () => {
    await serve((request, response) => {
      const { accept, cookie } = request.headers;
      response.writeHead(404, { 'x-saw': `${request.url} ${accept} ${cookie}` }).end('{"data":1}');
    });
    const { status, headers, data } = await get();
    expect([status, headers['x-saw'], String(data)]).toEqual([
      404,
      '/api/payments/7 application/json a=b',
      '{"data":1}',
    ]);
  });

  it.each([
    ['says nothing', () => undefined],
    ['stops in the middle', (_: unknown, response: { write: (text: string) => void }) => response.write('{')],
  ])('ends in time with one that %s', async (_, answer) => {
    await serve(answer as RequestListener);
    within(50);
    await expect(get()).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('ends with one that is too large', async () => {
    await serve((_, response) => response.end('x'.repeat(MOST_BYTES + 1)));
    await expect(get()).rejects.toMatchObject({ reason: 'too_large' });
  });

  it('is given up at once with all others of its run, and closes its connection', async () => {
    const controller = sharedController();
    const { signal } = controller;
    const responses: ServerResponse[] = [];
    await serve((_, response) => responses.push(response));
    const both = [get(signal), get(signal)];
    while (responses.length < both.length) await once(server, 'request');
    const closed = responses.map((response) => once(response, 'close'));
    controller.abort();
    for (const each of both) await expect(each).rejects.toThrow('no longer wants');
    await Promise.all(closed);
    await expect(get(signal)).rejects.toThrow('no longer wants');
  });

  it('is asked again, within its time, where the connection had been closed while it lay idle', async () => {
    let asked = 0;
    await serve((request, response) => {
      if (++asked === 2) request.socket.destroy();
      else if (asked < 4) response.end('[]');
    });
    await get();
    // The connection is free again.
    await new Promise(setImmediate);
    await expect(get()).resolves.toMatchObject({ status: 200 });
    within(50);
    await expect(get()).rejects.toMatchObject({ reason: 'timeout' });
  });
});
