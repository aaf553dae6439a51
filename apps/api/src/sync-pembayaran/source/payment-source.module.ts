import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { env } from '../../config/env';
import { PaymentSourceClient } from './payment-source.client';

const keepAlive = { keepAlive: true, maxFreeSockets: env.SYNC_CONCURRENCY };

/** The HTTP way to the payment service: kept connections, no redirects, bodies as text. */
@Module({
  imports: [
    HttpModule.register({
      baseURL: env.PAYMENT_API_URL,
      headers: {
        Accept: 'application/json',
        ...(env.PAYMENT_API_TOKEN ? { Authorization: `Bearer ${env.PAYMENT_API_TOKEN}` } : {}),
        ...(env.PAYMENT_API_COOKIE ? { Cookie: env.PAYMENT_API_COOKIE } : {}),
      },
      httpAgent: new HttpAgent(keepAlive),
      httpsAgent: new HttpsAgent(keepAlive),
      maxRedirects: 0,
      proxy: false,
      responseType: 'text',
      transformResponse: [(body: string) => body],
      validateStatus: () => true,
    }),
  ],
  providers: [PaymentSourceClient],
  exports: [PaymentSourceClient],
})
export class PaymentSourceModule {}
