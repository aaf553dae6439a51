import { Injectable } from '@nestjs/common';
import { Figures } from './figures';
import { FreshnessRepository } from './freshness.repository';

const STALE_AFTER_HOURS = 48;
/** They change slowly, and counting a large roster is not free. */
const READ_EVERY_MS = 60_000;

/** How fresh what is stored is. */
@Injectable()
export class FreshnessFigures extends Figures {
  private readonly all = this.gauge('bantubayar_siswa', 'Students on the roster');
  private readonly stale = this.gauge(
    'bantubayar_siswa_stale',
    `Students on the roster not fetched for ${STALE_AFTER_HOURS} hours, or never`,
  );
  private readonly oldest = this.gauge(
    'bantubayar_siswa_oldest_fetch_seconds',
    'Since the oldest fetch of a student on the roster; 0 where nobody was fetched yet',
  );
  private readAt = -Infinity;

  constructor(private readonly repository: FreshnessRepository) {
    super();
  }

  protected async read(): Promise<void> {
    const now = performance.now();
    if (now - this.readAt < READ_EVERY_MS) return;
    this.all.set(await this.repository.count());
    this.stale.set(await this.repository.countStale(STALE_AFTER_HOURS));
    this.oldest.set((await this.repository.oldestSeconds()) ?? 0);
    this.readAt = now;
  }
}
