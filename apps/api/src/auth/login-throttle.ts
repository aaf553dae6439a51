import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyAttemptsError } from './auth.errors';

/** Slows down guessing: only failed attempts count, by address and account, and by address alone. */
@Injectable()
export class LoginThrottle {
  private readonly account = new RateLimiterMemory({ points: 5, duration: 60 });
  private readonly address = new RateLimiterMemory({ points: 50, duration: 600 });

  /** Throws when this address has failed too often. */
  async check(address: string, email: string): Promise<void> {
    const [account, whole] = await Promise.all([
      this.account.get(key(address, email)),
      this.address.get(address),
    ]);
    const blocked = [account, whole].find((state) => state && state.remainingPoints <= 0);
    if (blocked) throw new TooManyAttemptsError(Math.ceil(blocked.msBeforeNext / 1000));
  }

  async noteFailure(address: string, email: string): Promise<void> {
    const notes = [this.account.consume(key(address, email)), this.address.consume(address)];
    const refusals = (await Promise.allSettled(notes)).filter((note) => note.status === 'rejected');
    const fault = refusals.find(({ reason }) => !(reason instanceof RateLimiterRes));
    if (fault) throw fault.reason;
  }

  async noteSuccess(address: string, email: string): Promise<void> {
    await this.account.delete(key(address, email));
  }
}

const key = (address: string, email: string) => `${address} ${email}`;
