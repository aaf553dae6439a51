import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpModule, type HttpModuleOptions } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { env } from '../config/env';
import { Contacts } from './contacts';
import { Credentials } from './credentials';
import { KoneksiRepository } from './koneksi.repository';
import { PaymentSourceClient } from './payment-source.client';
import { PaymentTransport } from './payment-transport';
import { RateLimiter } from './rate-limiter';

/** Kept connections, no redirects, bodies as bytes, every status an answer. */
function httpOptions(): HttpModuleOptions {
  const keepAlive = { keepAlive: true, maxFreeSockets: env.SYNC_CONCURRENCY };
  return {
    baseURL: env.PAYMENT_API_URL,
    headers: { Accept: 'application/json' },
    httpAgent: new HttpAgent(keepAlive),
    httpsAgent: new HttpsAgent(keepAlive),
    maxRedirects: 0,
    proxy: false,
    responseType: 'arraybuffer',
    transformResponse: [(body: Buffer) => body],
    validateStatus: () => true,
  };
}

/** The HTTP way to the payment service. */
@Module({
  imports: [HttpModule.registerAsync({ useFactory: httpOptions })],
  providers: [Contacts, Credentials, KoneksiRepository, PaymentSourceClient, PaymentTransport, RateLimiter],
  exports: [Contacts, Credentials, KoneksiRepository, PaymentSourceClient],
})
export class PaymentSourceModule {}
