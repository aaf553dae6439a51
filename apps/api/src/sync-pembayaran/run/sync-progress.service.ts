import { isEnded, type SyncProgressDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { SharedAnswers } from '../../common/shared-answers';
import { RefusalNotice } from './refusal-notice';
import { RetryWaits } from './retry-waits';
import { toProgress } from './progress.presenter';
import { SyncRunEventRepository } from './sync-run-event.repository';
import type { SyncRunEntity } from './sync-run.entity';
import { SyncRunRepository } from './sync-run.repository';
import { WorkerRegistry } from './worker-registry';

/** What is going on: the one object that the page polls. */
@Injectable()
export class SyncProgressService {
  private readonly shared = new SharedAnswers<SyncProgressDto>();

  constructor(
    private readonly runs: SyncRunRepository,
    private readonly events: SyncRunEventRepository,
    private readonly workers: WorkerRegistry,
    private readonly notice: RefusalNotice,
    private readonly waits: RetryWaits,
  ) {}

  /** The active run; else the first queued one; else the last ended one, until reset. Every open page asks, twice a second. */
  current(after?: number): Promise<SyncProgressDto> {
    return this.shared.ask(String(after), async () => this.of(await this.shown(), after));
  }

  async of(run: SyncRunEntity | null, after?: number): Promise<SyncProgressDto> {
    const isGoing = run?.status === 'running' || run?.status === 'paused';
    const mayHaveReviews = run !== null && isEnded(run.status) && run.skipped > 0;
    const [log, workers, refusal, waits, openReviews] = await Promise.all([
      run ? this.events.linesOf(run.id, after) : [],
      this.workers.look(),
      isGoing ? this.notice.read() : null,
      isGoing ? this.waits.of(run.id) : null,
      mayHaveReviews ? this.runs.openReviews([run.id]) : null,
    ]);
    return toProgress(run, log, {
      ...{ workers, refusal, waits },
      openReviews: openReviews?.get(String(run!.id)),
    });
  }

  async ofId(runId: string): Promise<SyncProgressDto> {
    return this.of(await this.runs.find(runId));
  }

  private async shown(): Promise<SyncRunEntity | null> {
    const going = (await this.runs.active()) ?? (await this.runs.firstQueued());
    if (going) return going;
    const ended = await this.runs.lastEnded();
    return ended?.dismissedAt ? null : ended;
  }
}
