import { HttpService } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { Axios } from 'axios';
import { env } from '../config/env';
import { Contacts } from './contacts';
import { Credentials } from './credentials';
import { KoneksiRepository } from './koneksi.repository';
import { PaymentSourceClient } from './payment-source.client';
import { PaymentTransport } from './payment-transport';
import { RateLimiter } from './rate-limiter';
import { undiciAdapter } from './undici-adapter';

/**
 * Bodies as bytes, every status an answer. It does not begin with the defaults of axios, which are about bodies that are sent,
 * and which each request would pay for.
 */
function httpService(): HttpService {
  const axios = new Axios({
    adapter: undiciAdapter(env.PAYMENT_API_URL, env.SYNC_TIMEOUT_MS),
    headers: { Accept: 'application/json' },
    validateStatus: () => true,
  });
  return new HttpService(axios as unknown as HttpService['axiosRef']);
}

/** The HTTP way to the payment service. */
@Module({
  providers: [
    { provide: HttpService, useFactory: httpService },
    Contacts,
    Credentials,
    KoneksiRepository,
    PaymentSourceClient,
    PaymentTransport,
    RateLimiter,
  ],
  exports: [Contacts, Credentials, KoneksiRepository, PaymentSourceClient],
})
export class PaymentSourceModule {}
