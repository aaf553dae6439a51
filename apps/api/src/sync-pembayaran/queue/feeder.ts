import { setTimeout as sleep } from 'node:timers/promises';
import { SISWA_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import { LedgerRepository, type PendingSiswa } from '../ledger/ledger.repository';
import { SyncRunRepository } from '../run/sync-run.repository';
import { removeRemains } from '../../redis/job-remains';
import { type SiswaJob, siswaJobId, siswaJobOptions } from '../run/sync.queues';

/** Jobs that wait in Redis at most, however large the run. */
const WINDOW = 4_000;
/** Added in one go: the first of them are begun while the next are added, and neither answers nor Redis wait long meanwhile. */
const CHUNK = 100;
const LOOK_EVERY_MS = 250;
/** Pause before pending students are gone through again from the beginning, for jobs that were lost. */
const NEXT_ROUND_AFTER_MS = 2_000;

/**
 * Keeps the student queue filled while a run runs. It goes through the pending rows of the ledger again and again:
 * a job that is still there is not added twice, nor one that has just ended; one that was lost comes back.
 */
@Injectable()
export class Feeder {
  private readonly logger = new Logger(Feeder.name);
  private stopping = false;

  constructor(
    @InjectQueue(SISWA_QUEUE) private readonly queue: Queue<SiswaJob>,
    private readonly runs: SyncRunRepository,
    private readonly ledger: LedgerRepository,
  ) {
    queue.on('error', (error) => this.logger.debug(`queue: ${error.message}`));
  }

  /** Returns when the run no longer runs, or this process stops. */
  async feed(runId: string): Promise<void> {
    let after = '0';
    let nextRoundAt = 0;
    while (!this.stopping && (await this.runs.find(runId))?.status === 'running') {
      const room = WINDOW - (await this.queue.getWaitingCount());
      const isDue = after !== '0' || performance.now() >= nextRoundAt;
      if (isDue && room >= WINDOW / 2) {
        const pending = await this.ledger.pendingAfter(runId, after, room);
        await this.add(runId, pending);
        if (pending.length === room) {
          after = pending.at(-1)!.idperson;
        } else {
          after = '0';
          nextRoundAt = performance.now() + NEXT_ROUND_AFTER_MS;
        }
      }
      await sleep(LOOK_EVERY_MS);
    }
  }

  stop(): void {
    this.stopping = true;
  }

  private async add(runId: string, pending: PendingSiswa[]): Promise<void> {
    const jobs = pending.map(({ idperson, hash }) => ({ runId, idperson, ...(hash && { hash }) }));
    for (let from = 0; from < jobs.length; from += CHUNK) {
      const lost = await this.lostOf(runId, jobs.slice(from, from + CHUNK));
      await this.queue.addBulk(lost.map((data) => ({ data, opts: siswaJobOptions(data) })));
    }
  }

  /** Those that have no job and are pending still: a job is there until its student's row has ended. */
  private async lostOf(runId: string, jobs: SiswaJob[]): Promise<SiswaJob[]> {
    const absent = await removeRemains(this.queue, jobs.map(siswaJobId));
    const idpersons = absent.map((place) => jobs[place]!.idperson);
    const pending = await this.ledger.pendingAmong(runId, idpersons);
    return jobs.filter(({ idperson }) => pending.has(idperson));
  }
}
