import {
  isActive,
  PAUSE_CODES,
  PROGRESS_STATUSES,
  RUN_STATUSES,
  SYNC_PEMBAYARAN_KEYS as KEYS,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import type { SyncRunEntity } from '../../sync-pembayaran/run/sync-run.entity';
import { SyncRunRepository } from '../../sync-pembayaran/run/sync-run.repository';
import { WorkerRegistry } from '../../sync-pembayaran/run/worker-registry';
import { Figures } from './figures';

/** The active run, or the last one, all runs by state, and who works on them. */
@Injectable()
export class RunFigures extends Figures {
  private readonly total = this.gauge(KEYS.total, 'Students in the run');
  private readonly processed = this.gauge(KEYS.processed, 'Students of the run that have ended');
  private readonly failed = this.gauge(KEYS.failed, 'Students of the run that failed');
  private readonly status = this.gauge(KEYS.status, '1 for the state that the run is in', 'status');
  private readonly pause = this.gauge('sync_pembayaran_pause', '1 for what the run is paused for', 'code');
  private readonly siswa = this.gauge('sync_pembayaran_siswa', 'Students of the run by outcome', 'outcome');
  private readonly all = this.gauge('sync_pembayaran_runs', 'Runs in the history by state', 'status');
  private readonly alive = this.gauge('sync_pembayaran_workers', 'Worker processes alive');

  constructor(
    private readonly runs: SyncRunRepository,
    private readonly workers: WorkerRegistry,
  ) {
    super();
  }

  protected async read(): Promise<void> {
    const run = (await this.runs.active()) ?? (await this.runs.lastEnded());
    const counts = await this.runs.countByStatus();
    this.alive.set((await this.workers.look()).alive);
    for (const status of RUN_STATUSES) this.all.set({ status }, counts.get(status) ?? 0);
    this.tell(run);
  }

  private tell(run: SyncRunEntity | null): void {
    this.total.set(run?.total ?? 0);
    this.processed.set(run?.processed ?? 0);
    this.failed.set(run?.failed ?? 0);
    for (const status of PROGRESS_STATUSES)
      this.status.set({ status }, (run?.status ?? 'idle') === status ? 1 : 0);
    for (const code of PAUSE_CODES) this.pause.set({ code }, run?.pauseCode === code ? 1 : 0);
    for (const outcome of ['updated', 'unchanged', 'failed', 'skipped'] as const)
      this.siswa.set({ outcome }, run?.[outcome] ?? 0);
    const left = run ? Math.max(0, run.total - run.processed) : 0;
    const isGoingOn = run !== null && isActive(run.status);
    this.siswa.set({ outcome: 'pending' }, isGoingOn ? left : 0);
    this.siswa.set({ outcome: 'not_run' }, isGoingOn ? 0 : left);
  }
}
