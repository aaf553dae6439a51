import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { KREDENSIAL } from '@bantubayar/shared';
import { Routine } from '../common/routine';
import { SharedAnswers } from '../common/shared-answers';
import { hideSaved } from '../logging/secrets';
import { KoneksiRepository, type StoredKoneksi } from './koneksi.repository';
import { headersOf, kredensialOf, valuesWith } from './kredensial';

const EVERY_MS = 1_000;
/** Before the first look: those of the environment. */
const UNKNOWN = -1;

interface InUse {
  version: number;
  /** null: they are saved, but cannot be opened. */
  headers: Record<string, string> | null;
}

/**
 * The credentials in use, ready for each request: looks each second whether somebody saved others, and opens them only
 * then.
 */
@Injectable()
export class Credentials implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Credentials.name);
  private readonly routine = new Routine(EVERY_MS, this.logger);
  private kredensial = kredensialOf({ token: null, cookie: null });
  private readonly looks = new SharedAnswers<void>();
  inUse: InUse = { version: UNKNOWN, headers: headersOf(valuesWith(this.kredensial, {})) };

  constructor(private readonly koneksi: KoneksiRepository) {}

  async onModuleInit(): Promise<void> {
    const look = () => this.routine.trying('whether there are new credentials', () => this.look());
    await look();
    this.routine.start(look);
  }

  onApplicationShutdown(): Promise<void> {
    return this.routine.stop();
  }

  /** Looks now: what was saved before is seen, also where a look is under way. */
  look(): Promise<void> {
    return this.looks.ask('', () => this.read());
  }

  /** Whether the credentials of this version, which were refused, have been replaced meanwhile. */
  async renewedSince(version: number): Promise<boolean> {
    if (this.inUse.version === version) await this.routine.trying('for new credentials', () => this.look());
    return this.inUse.version !== version;
  }

  /** The values that would be sent if these were saved; what is left out is as it is. */
  with(given: { token?: string; cookie?: string }) {
    return valuesWith(this.kredensial, given);
  }

  private async read(): Promise<void> {
    const stored = await this.koneksi.get();
    if (stored.version !== this.inUse.version) this.use(stored);
  }

  private use(stored: StoredKoneksi): void {
    this.kredensial = kredensialOf(stored);
    const all = KREDENSIAL.map((name) => this.kredensial[name]);
    hideSaved(all.map(({ saved }) => saved));
    this.inUse = { version: stored.version, headers: headersOf(this.with({})) };
    if (all.some(({ tersimpan }) => tersimpan === 'tidak_terbaca')) {
      this.logger.error(
        'saved credentials cannot be opened: SECRETS_KEY is not the one they were saved with',
      );
    }
  }
}
