import { HttpModule, type HttpModuleOptions } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { env } from '../config/env';
import { Contacts } from './contacts';
import { Credentials } from './credentials';
import { KoneksiRepository } from './koneksi.repository';
import { PaymentSourceClient } from './payment-source.client';
import { PaymentTransport } from './payment-transport';
import { RateLimiter } from './rate-limiter';
import { undiciAdapter } from './undici-adapter';

/** Bodies as bytes, every status an answer. */
function httpOptions(): HttpModuleOptions {
  return {
    adapter: undiciAdapter(env.PAYMENT_API_URL, env.SYNC_TIMEOUT_MS),
    headers: { Accept: 'application/json' },
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
