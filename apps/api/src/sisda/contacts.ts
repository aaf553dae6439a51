import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Routine } from '../common/routine';
import { type Contact, KoneksiRepository } from './koneksi.repository';
import type { PaymentSourceError } from './payment-source.errors';

const EVERY_MS = 1_000;
/** Of contacts that tell nothing new, one is written so often. */
const SAME_AGAIN_MS = 10_000;

interface Noted {
  version: number;
  contact: Contact;
  /** Whether the credentials were refused; null where nothing was said of them. */
  refused: boolean | null;
}

/** Notes how the service answers, in memory; what is new is written, seldom what is not. */
@Injectable()
export class Contacts implements OnModuleInit, OnApplicationShutdown {
  private readonly routine = new Routine(EVERY_MS, new Logger(Contacts.name));
  private noted: Noted | null = null;
  private writing = Promise.resolve();
  private written: (Noted & { at: number }) | null = null;

  constructor(private readonly koneksi: KoneksiRepository) {}

  onModuleInit(): void {
    this.routine.start(() => this.tend());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.routine.stop();
    await this.write();
  }

  noteAnswer(version: number, httpStatus: number, durationMs: number): void {
    this.note({ version, contact: { reason: null, httpStatus, durationMs }, refused: false });
  }

  /** What is one student's own trouble says nothing of the connection. */
  noteError(version: number, error: PaymentSourceError, durationMs: number): void {
    const { reason, httpStatus, outage, concernsCredentials } = error;
    if (!outage && !concernsCredentials) return;
    const refused = concernsCredentials ? true : null;
    this.note({ version, contact: { reason, httpStatus, durationMs }, refused });
  }

  /** Writes what is noted now, after whatever is being written. */
  write(): Promise<void> {
    return (this.writing = this.writing.then(() => this.writeNoted()));
  }

  private async writeNoted(): Promise<void> {
    const { noted } = this;
    if (noted === null) return;
    this.noted = null;
    this.written = { ...noted, at: performance.now() };
    await this.routine.trying('noting contacts', () =>
      this.koneksi.note(noted.version, noted.contact, noted.refused),
    );
  }

  private note(noted: Noted): void {
    this.noted = noted;
    // Somebody may look at once whether the credentials are taken.
    if (noted.refused !== null && noted.refused !== this.written?.refused) void this.write();
  }

  private async tend(): Promise<void> {
    const { noted, written } = this;
    if (noted === null) return;
    const isNews = noted.contact.reason !== written?.contact.reason || noted.version !== written.version;
    if (isNews || performance.now() - written.at > SAME_AGAIN_MS) await this.write();
  }
}
