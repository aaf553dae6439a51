import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { PaymentSourceClient } from '../../sisda/payment-source.client';
import { PaymentSourceError } from '../../sisda/payment-source.errors';
import { KnownGoodSiswa } from './known-good-siswa';

/** The last requests that are looked at, and how many of them must have failed to suspect an outage. */
const WINDOW = 20;
const SUSPECT_FAILURES = 16;
/** With fewer requests so far, all of at least this many different students must have failed. */
const SUSPECT_AT_LEAST = 5;
const PROBE_AGAIN_AFTER_MS = 1_000;
/** One failed probe may be chance: it is repeated, as long as the service at least answers quickly. */
const PROBES = 3;
const PROBE_PAUSE_MS = 200;
const PROBE_PATIENCE_MS = 2_000;

/** How the payment service stands: it answers, or refuses our credentials, or is out of order. */
type Standing = 'answers' | 'refuses_us' | 'down';

/**
 * Tells an outage from students whose own requests fail. It is suspected when most of the last requests failed, and
 * whenever a student is about to fail for good; then a student whose answer was good before is asked, and only if that
 * fails too it is an outage.
 */
@Injectable()
export class OutageDetector {
  private readonly logger = new Logger(OutageDetector.name);
  private last: { idperson: string; failed: boolean }[] = [];
  private probing: Promise<Standing> | null = null;
  private probedUpAt = -Infinity;

  constructor(
    private readonly source: PaymentSourceClient,
    private readonly knownGood: KnownGoodSiswa,
  ) {}

  noteSuccess(idperson: string): void {
    this.note(idperson, false);
    this.knownGood.note(idperson);
  }

  /** Notes a failed request that may be an outage, and says whether it is one. */
  async isOutage(idperson: string, isLastTry: boolean): Promise<boolean> {
    this.note(idperson, true);
    const isDoubtful = this.isSuspicious() && performance.now() - this.probedUpAt > PROBE_AGAIN_AFTER_MS;
    return (isLastTry || isDoubtful) && (await this.standing(idperson)) !== 'answers';
  }

  /** Asks for one student whose answer was good before, or `otherwise`; those who ask at once share the answer. */
  standing(otherwise: string): Promise<Standing> {
    this.probing ??= this.probe(otherwise).finally(() => {
      this.probing = null;
    });
    return this.probing;
  }

  private async probe(otherwise: string): Promise<Standing> {
    const idperson = (await this.knownGood.one()) ?? otherwise;
    const since = performance.now();
    for (let attempt = 1; ; attempt++) {
      const standing = await this.ask(idperson);
      if (standing === 'answers') this.noteUp();
      const isOver = attempt === PROBES || performance.now() - since > PROBE_PATIENCE_MS;
      if (standing !== 'down' || isOver) return standing;
      await sleep(PROBE_PAUSE_MS);
    }
  }

  private noteUp(): void {
    this.probedUpAt = performance.now();
    this.last = [];
  }

  /** An answer that blames only that student is one too. */
  private async ask(idperson: string): Promise<Standing> {
    try {
      await this.source.fetchPayments(idperson);
      return 'answers';
    } catch (error) {
      if (!(error instanceof PaymentSourceError)) throw error;
      this.logger.log(`probe: ${error.message}`);
      if (error.concernsCredentials) return 'refuses_us';
      return error.outage ? 'down' : 'answers';
    }
  }

  private note(idperson: string, failed: boolean): void {
    this.last.push({ idperson, failed });
    if (this.last.length > WINDOW) this.last.shift();
  }

  private isSuspicious(): boolean {
    const failed = this.last.filter((request) => request.failed);
    if (this.last.length === WINDOW) return failed.length >= SUSPECT_FAILURES;
    const students = new Set(failed.map(({ idperson }) => idperson));
    return failed.length === this.last.length && students.size >= SUSPECT_AT_LEAST;
  }
}
