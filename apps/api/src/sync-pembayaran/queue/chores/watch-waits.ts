import { Injectable } from '@nestjs/common';
import { runPaused } from '../../run/run-events';
import { SyncRunEventRepository } from '../../run/sync-run-event.repository';
import type { SyncRunEntity } from '../../run/sync-run.entity';
import { SyncRunMoves } from '../../run/sync-run-moves';
import { RetryWaits } from '../../run/retry-waits';
import type { Chore } from './chore';

/** Pauses a run of which everybody left waits because the payment service asked for it, until the first may be asked. */
@Injectable()
export class WatchWaits implements Chore {
  constructor(
    private readonly moves: SyncRunMoves,
    private readonly events: SyncRunEventRepository,
    private readonly waits: RetryWaits,
  ) {}

  async tend(run: SyncRunEntity | null): Promise<void> {
    if (run?.status !== 'running') return;
    const waits = await this.waits.of(run.id);
    if (!waits || waits.siswa < run.total - run.processed) return;
    const reason = `Server pembayaran meminta jeda untuk ${waits.siswa} siswa yang tersisa; dicoba lagi secara otomatis`;
    const resumeInMs = Math.max(0, waits.from.getTime() - Date.now());
    if (await this.moves.markAsPaused(run.id, run.resumes, 'outage', reason, resumeInMs))
      await this.events.add(run.id, [runPaused('outage', reason)]);
  }
}
