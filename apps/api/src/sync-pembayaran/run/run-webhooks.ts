import type { RunStatus, WebhookType } from '@bantubayar/shared';
import type { EntityManager } from 'typeorm';
import { tellWebhooks, type WebhookEvent } from '../../webhook/outbox';
import { writeOfRun } from '../surat/run-surat';
import { readRun } from './run-row';
import type { SyncRunEntity } from './sync-run.entity';

/** What webhooks tell where a run comes to this state. */
const TOLD: Partial<Record<RunStatus, WebhookType>> = {
  paused: 'run.paused',
  completed: 'run.completed',
  partial: 'run.partial',
  cancelled: 'run.cancelled',
  failed: 'run.failed',
};

/** Tells, in the transaction that moves a run, that it has come from one of the states `from` to where it is now. */
export async function tellOfMove(
  manager: EntityManager,
  id: string,
  from: readonly RunStatus[],
): Promise<void> {
  const run = (await readRun(manager, 'id = ?', [id]))!;
  const type = typeOf(run.status, from);
  if (type) await tellWebhooks(manager, [{ type, data: figuresOf(run) }]);
  await writeOfRun(manager, run);
}

/** Tells, in the transaction of a batch of results, of those that were kept for review, and that they have ended their run. */
export async function tellOfResults(manager: EntityManager, run: SyncRunEntity, kept: number): Promise<void> {
  const ended = run.status === 'completed' || run.status === 'partial';
  const opened: WebhookEvent = { type: 'review.opened', data: { runId: String(run.id), siswa: kept } };
  await tellWebhooks(manager, [
    ...(kept > 0 ? [opened] : []),
    ...(ended ? [{ type: TOLD[run.status]!, data: figuresOf(run) }] : []),
  ]);
  if (ended) await writeOfRun(manager, run);
}

function typeOf(status: RunStatus, from: readonly RunStatus[]): WebhookType | undefined {
  if (from.includes('paused') && (status === 'running' || status === 'preparing')) return 'run.resumed';
  if (status === 'running') return 'run.started';
  return TOLD[status];
}

function figuresOf(run: SyncRunEntity) {
  const { id, status, pauseCode, total, processed, updated, unchanged, failed, skipped } = run;
  const successCount = updated + unchanged;
  return { runId: String(id), status, pauseCode, total, processed, successCount, failed, skipped };
}
