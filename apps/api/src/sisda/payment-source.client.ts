import { Injectable } from '@nestjs/common';
import { bodyOf, wordsOf } from './answer-body';
import type { AnswerBody } from './answer-text';
import { Contacts } from './contacts';
import { Credentials } from './credentials';
import { errorOfStatus, PaymentSourceError } from './payment-source.errors';
import { PaymentTransport, type RequestPermit } from './payment-transport';
import { readRoster, type RosterRow } from './sisda-roster.reader';
import { type PaymentAnswer, readPayments } from './sisda.reader';

const PAYMENTS_MAX_BYTES = 5 * 1024 * 1024;
const ROSTER_MAX_BYTES = 512 * 1024 * 1024;
const ROSTER = '/siswa';

/** Asks the payment service; answers what was read, or throws why not (PaymentSourceError, RequestAbandonedError). */
@Injectable()
export class PaymentSourceClient {
  constructor(
    private readonly transport: PaymentTransport,
    private readonly credentials: Credentials,
    private readonly contacts: Contacts,
  ) {}

  /** One student's payments; without a permit nothing holds the request back. */
  async fetchPayments(idperson: string, permit?: RequestPermit): Promise<PaymentAnswer> {
    return readPayments(await this.get(`/payments/${idperson}`, PAYMENTS_MAX_BYTES, permit), idperson);
  }

  /** Every student of the school. */
  async fetchRoster(): Promise<RosterRow[]> {
    return readRoster(await this.get(ROSTER, ROSTER_MAX_BYTES));
  }

  /** What comes of asking for the roster with these headers, whatever it is. */
  askForRoster(headers: Record<string, string>) {
    return this.transport.get(ROSTER, ROSTER_MAX_BYTES, headers);
  }

  /** The body of a 2xx answer. Credentials that are refused, and have been replaced meanwhile, were not these. */
  private async get(path: string, maxBytes: number, permit?: RequestPermit): Promise<AnswerBody> {
    const { version, headers } = this.credentials.inUse;
    const startedAt = performance.now();
    const durationMs = () => Math.round(performance.now() - startedAt);
    try {
      if (headers === null) throw new PaymentSourceError('credentials_unreadable');
      const answer = await this.transport.get(path, maxBytes, headers, permit);
      if (answer.status < 200 || answer.status > 299) {
        const retryAfter = answer.headers['retry-after'] as string | undefined;
        throw errorOfStatus(answer.status, retryAfter, wordsOf(answer));
      }
      this.contacts.noteAnswer(version, answer.status, durationMs());
      return bodyOf(answer);
    } catch (error) {
      if (!(error instanceof PaymentSourceError)) throw error;
      if (error.concernsCredentials && (await this.credentials.renewedSince(version))) {
        return this.get(path, maxBytes, permit);
      }
      this.contacts.noteError(version, error, durationMs());
      throw error;
    }
  }
}
