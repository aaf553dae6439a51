import type { SyncLogLineDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { SyncRunEventRepository } from './sync-run-event.repository';

const MOST_KEPT = 100;

/** The logs of runs; that of the active one is read again only where it has become another. */
@Injectable()
export class KeptLog {
  private mark = '';
  private readonly kept = new Map<number | undefined, SyncLogLineDto[]>();

  constructor(private readonly events: SyncRunEventRepository) {}

  /** With a mark, which was read before: what is read after it may be newer, and never older. */
  async linesOf(runId: string, after?: number, mark?: string): Promise<SyncLogLineDto[]> {
    if (mark === undefined) return this.events.linesOf(runId, after);
    if (this.mark !== mark) this.keepOnlyOf(mark);
    const known = this.kept.get(after);
    if (known) return known;
    const lines = await this.events.linesOf(runId, after);
    if (this.mark === mark && this.kept.size < MOST_KEPT) this.kept.set(after, lines);
    return lines;
  }

  private keepOnlyOf(mark: string): void {
    this.mark = mark;
    this.kept.clear();
  }
}
