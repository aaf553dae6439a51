import type { RunStatus, WebhookType } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox, type WebhookEvent } from '../../webhook/outbox';
import { SyncRunEntity } from './sync-run.entity';

/** What webhooks tell where a run comes to this state; null where nothing is told. */
const TOLD: Partial<Record<RunStatus, WebhookType>> = {
  paused: 'run.paused',
  completed: 'run.completed',
  partial: 'run.partial',
  cancelled: 'run.cancelled',
  failed: 'run.failed',
};

/** Tells webhooks of runs, in the transaction that moves them. */
@Injectable()
export class RunWebhooks {
  constructor(private readonly outbox: Outbox) {}

  /** The run has come from one of the states `from` to where it is now. */
  async moved(manager: EntityManager, id: string, from: readonly RunStatus[]): Promise<void> {
    const run = await manager.findOneByOrFail(SyncRunEntity, { id });
    const type = typeOf(run.status, from);
    if (type !== null) await this.outbox.add(manager, [{ type, data: figuresOf(run) }]);
  }

  /** A batch of results was counted, which may have ended the run. */
  async counted(manager: EntityManager, run: SyncRunEntity, opened: number): Promise<void> {
    const ended = run.status === 'completed' || run.status === 'partial';
    const events: WebhookEvent[] = [
      ...(opened > 0 ? [{ type: 'review.opened' as const, data: { runId: run.id, siswa: opened } }] : []),
      ...(ended ? [{ type: TOLD[run.status]!, data: figuresOf(run) }] : []),
    ];
    await this.outbox.add(manager, events);
  }
}

function typeOf(status: RunStatus, from: readonly RunStatus[]): WebhookType | null {
  if (from.includes('paused') && (status === 'running' || status === 'preparing')) return 'run.resumed';
  if (status === 'running') return 'run.started';
  return TOLD[status] ?? null;
}

const figuresOf = ({
  id,
  status,
  pauseCode,
  total,
  processed,
  updated,
  unchanged,
  failed,
  skipped,
}: SyncRunEntity) => ({
  ...{ runId: String(id), status, pauseCode, total, processed },
  ...{ successCount: updated + unchanged, failed, skipped },
});
