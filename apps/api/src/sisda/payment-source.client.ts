import { Injectable } from '@nestjs/common';
import { Turns } from '../common/turns';
import { type Answer, bodyOf, wordsOf } from './answer-body';
import type { AnswerBody } from './answer-text';
import { Contacts } from './contacts';
import { Credentials } from './credentials';
import { errorOfStatus, PaymentSourceError } from './payment-source.errors';
import { ALWAYS, PaymentTransport, type RequestPermit } from './payment-transport';
import { RateLimiter } from './rate-limiter';
import { readRosterStream } from './roster-stream';
import type { RosterRow } from './sisda-roster.reader';
import { type PaymentAnswer, readPayments, type SameAnswer, sameAnswer } from './sisda.reader';
import { Spool } from './spool';
import { upstreamErrors, upstreamSeconds } from './upstream-meters';

const PAYMENTS_MAX_BYTES = 5 * 1024 * 1024;
/** As many of these as there are jobs in hand may wait to be read. */
const SMALL_BYTES = 64 * 1024;
export const ROSTER_MAX_BYTES = 512 * 1024 * 1024;
const ROSTER = '/siswa';

interface Asked {
  answer: Answer;
  durationMs: number;
}

/** `durationMs` is from the request's beginning to the answer's last byte. */
export type FetchedAnswer<A = PaymentAnswer> = A & Pick<Asked, 'durationMs'>;

/** Asks the payment service; answers what was read, or throws why not (PaymentSourceError, RequestAbandonedError). */
@Injectable()
export class PaymentSourceClient {
  /** While one answer is read no other is heard, and no request goes out: between two of them they are. */
  private readonly turns = new Turns();

  constructor(
    private readonly transport: PaymentTransport,
    private readonly credentials: Credentials,
    private readonly contacts: Contacts,
    private readonly limiter: RateLimiter,
  ) {}

  /** One student's payments; without a permit nothing holds the request back. */
  async fetchPayments(idperson: string, permit?: RequestPermit): Promise<FetchedAnswer> {
    return this.payments(idperson, permit, (body) => readPayments(body, idperson));
  }

  /**
   * The same; an answer that has this hash is not read again. `onAnswer`: it has come, and
   * the service may be asked for the next one before it is read; one that is large is read first.
   */
  async fetchChanged(
    idperson: string,
    hash: string | undefined,
    permit: RequestPermit,
    onAnswer: () => void,
  ): Promise<FetchedAnswer<PaymentAnswer | SameAnswer>> {
    return this.payments(
      idperson,
      permit,
      (body) => (hash && sameAnswer(body, hash)) || readPayments(body, idperson),
      onAnswer,
    );
  }

  /** Every student of the school, one after the other; the answer is there as a whole before the first of them. */
  async *fetchRoster(): AsyncGenerator<RosterRow> {
    const spool = await Spool.open();
    try {
      const { answer } = await counted(() => this.ask(ROSTER, ROSTER_MAX_BYTES, ALWAYS, spool));
      try {
        yield* readRosterStream(spool, answer.headers, ROSTER_MAX_BYTES);
      } catch (error) {
        throw answeredWith(answer.status, error);
      }
    } finally {
      await spool.close();
    }
  }

  /** What comes of asking for the roster with these headers, whatever it is; the body of a 2xx goes to `spool`. */
  async askForRoster(headers: Record<string, string>, spool: Spool): Promise<Answer> {
    await this.limiter.turn(ALWAYS.mayBegin);
    return this.transport.get(ROSTER, ROSTER_MAX_BYTES, headers, ALWAYS.signal, spool);
  }

  private async payments<A>(
    idperson: string,
    permit = ALWAYS,
    read: (body: AnswerBody) => A,
    onAnswer?: () => void,
  ): Promise<FetchedAnswer<A>> {
    return counted(async () => {
      const { answer, durationMs } = await this.ask(`/payments/${idperson}`, PAYMENTS_MAX_BYTES, permit);
      if (answer.data.length <= SMALL_BYTES) onAnswer?.();
      await this.turns.next();
      try {
        return { ...read(bodyOf(answer)), durationMs };
      } catch (error) {
        throw answeredWith(answer.status, error);
      }
    });
  }

  /** A 2xx answer. Credentials that are refused, and have been replaced meanwhile, were not these. */
  private async ask(path: string, maxBytes: number, permit = ALWAYS, spool?: Spool): Promise<Asked> {
    await this.limiter.turn(permit.mayBegin);
    const { version, headers } = this.credentials.inUse;
    const startedAt = performance.now();
    const sinceStart = () => Math.round(performance.now() - startedAt);
    try {
      if (headers === null) throw new PaymentSourceError('credentials_unreadable');
      const answer = await this.transport.get(path, maxBytes, headers, permit.signal, spool);
      if (answer.status < 200 || answer.status > 299) {
        const retryAfter = answer.headers['retry-after'] as string | undefined;
        throw errorOfStatus(answer.status, retryAfter, wordsOf(answer));
      }
      const durationMs = sinceStart();
      upstreamSeconds.observe(durationMs / 1_000);
      this.contacts.noteAnswer(version, answer.status, durationMs);
      return { answer, durationMs };
    } catch (error) {
      if (!(error instanceof PaymentSourceError)) throw error;
      if (error.concernsCredentials && (await this.credentials.renewedSince(version))) {
        return this.ask(path, maxBytes, permit, spool);
      }
      const durationMs = sinceStart();
      if (headers !== null) upstreamSeconds.observe(durationMs / 1_000);
      this.contacts.noteError(version, error, durationMs);
      throw error;
    }
  }
}

/** What is wrong with an answer that came with this status. */
function answeredWith(status: number, error: unknown): unknown {
  if (error instanceof PaymentSourceError) error.httpStatus ??= status;
  return error;
}

/** Counts what brought no usable answer. */
async function counted<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof PaymentSourceError) upstreamErrors.inc({ reason: error.reason });
    throw error;
  }
}
