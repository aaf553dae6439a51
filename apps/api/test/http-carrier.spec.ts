import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:https';
import { HttpService } from '@nestjs/axios';
import { generate } from 'selfsigned';
import { seal } from '../src/common/secret-box';
import { env } from '../src/config/env';
import { Carriers } from '../src/webhook/carrier';
import type { Target } from '../src/webhook/endpoint.repository';
import { HttpCarrier, SECRET_NAME } from '../src/webhook/http-carrier';
import { newSecret } from '../src/webhook/signature';

const DELIVERY = { id: '1', messageId: 'msg_1', body: '{}', attempts: 1, triedForMs: 0 };

describe('a webhook that cannot be sent', () => {
  const carrier = new HttpCarrier(new HttpService(), new Carriers());
  const closers: (() => void)[] = [];

  beforeEach(() => void Object.assign(env, { SECRETS_KEY: randomBytes(32) }));
  afterEach(() => closers.splice(0).forEach((close) => close()));

  const target = (url: string): Target => ({
    ...{ channel: 'webhook', url, off: null },
    secrets: [seal(env.SECRETS_KEY!, SECRET_NAME, newSecret())],
  });

  it('says what is wrong with a certificate', async () => {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
    const server = createServer({ key, cert }, (_request, response) => response.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    const attempt = await carrier.attempt(target(`https://localhost:${port}/`), DELIVERY);
    expect(attempt.httpStatus).toBeNull();
    expect(attempt.message).toContain('ditandatangani sendiri');
  });

  it('says that its secret cannot be opened with the present key, and how to mend it', async () => {
    const sealed = target('https://localhost:1/');
    Object.assign(env, { SECRETS_KEY: randomBytes(32) });
    const { message } = await carrier.attempt(sealed, DELIVERY);
    expect(message).toContain('SECRETS_KEY berbeda');
    expect(message).toContain('ganti rahasianya');
  });
});
