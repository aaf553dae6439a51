import { isEnded, type SyncLogLineDto, type SyncProgressDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { SharedAnswers } from '../../common/shared-answers';
import { ActiveRunRepository } from './active-run.repository';
import { KeptLog } from './kept-log';
import { RefusalNotice } from './refusal-notice';
import { RetryWaits } from './retry-waits';
import { toProgress } from './progress.presenter';
import type { SyncRunEntity } from './sync-run.entity';
import { SyncRunRepository } from './sync-run.repository';
import type { Workers } from './worker-registry';

/** What is going on: the one object that the page polls. */
@Injectable()
export class SyncProgressService {
  private readonly shared = new SharedAnswers<SyncProgressDto>();

  constructor(
    private readonly active: ActiveRunRepository,
    private readonly runs: SyncRunRepository,
    private readonly log: KeptLog,
    private readonly notice: RefusalNotice,
    private readonly waits: RetryWaits,
  ) {}

  /** The active run; else the first queued one; else the last ended one, until reset. Every open page asks, twice a second. */
  current(after?: number): Promise<SyncProgressDto> {
    return this.shared.ask(String(after), () => this.look(after));
  }

  async of(run: SyncRunEntity | null): Promise<SyncProgressDto> {
    const { workers } = await this.active.look();
    return this.present(run, workers, run ? this.log.linesOf(run.id) : []);
  }

  async ofId(runId: string): Promise<SyncProgressDto> {
    return this.of(await this.runs.find(runId));
  }

  private async look(after?: number): Promise<SyncProgressDto> {
    const { run: active, logMark, workers } = await this.active.look();
    if (active) return this.present(active, workers, this.log.linesOf(active.id, after, logMark));
    const run = await this.queuedOrEnded();
    return this.present(run, workers, run ? this.log.linesOf(run.id, after) : []);
  }

  private async queuedOrEnded(): Promise<SyncRunEntity | null> {
    const queued = await this.runs.firstQueued();
    if (queued) return queued;
    const ended = await this.runs.lastEnded();
    return ended?.dismissedAt ? null : ended;
  }

  private async present(
    run: SyncRunEntity | null,
    workers: Workers,
    lines: SyncLogLineDto[] | Promise<SyncLogLineDto[]>,
  ): Promise<SyncProgressDto> {
    const isGoing = run?.status === 'running' || run?.status === 'paused';
    const mayHaveReviews = run !== null && isEnded(run.status) && run.skipped > 0;
    const [log, refusal, waits, openReviews] = await Promise.all([
      lines,
      isGoing ? this.notice.read() : null,
      isGoing ? this.waits.of(run.id) : null,
      mayHaveReviews ? this.runs.openReviews([run.id]) : null,
    ]);
    return toProgress(run, log, {
      ...{ workers, refusal, waits },
      openReviews: openReviews?.get(String(run!.id)),
    });
  }
}
