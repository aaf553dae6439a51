import { percentOf, type StatusBefore, WRITABLE_STATUSES } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction';
import * as event from './run-events';
import { SyncRunEventRepository } from './sync-run-event.repository';
import type { WrittenResult } from '../../pembayaran/pembayaran-writer';
import type { Uang } from '../../pembayaran/perubahan.repository';
import { FORMAT_WINDOW, type FormatWindow } from './format-watch';
import { readRun } from './run-row';
import type { SyncRunEntity } from './sync-run.entity';
import { END_WHEN_DONE } from './run-move.sql';
import { ADD_UANG, uangParams } from './run-uang.sql';
import { tellOfResults } from './run-webhooks';
import { SyncRunMoves } from './sync-run-moves';

/** A run's log names this many failed students; the ledger has them all. */
const FAILURES_IN_LOG = 100;
const MILESTONE_PERCENT = 10;
const RATE_WINDOW_SECONDS = 5;
/** Each of them may be ended by its last result. */
const TAKES_RESULTS: readonly StatusBefore<'completed' | 'partial'>[] = WRITABLE_STATUSES;
const FORMAT_CHANGED =
  'Format jawaban server pembayaran berubah: angka-angkanya saling bertentangan atau tidak dapat dibaca. ' +
  'Tidak ada yang diterapkan; periksa beberapa siswa sebelum melanjutkan';

/** Results that are written together: what they come to, and what they say of the service's format. */
interface Batch {
  results: WrittenResult[];
  uang: Uang;
  signs: FormatWindow;
}

/** Adds results to their run's figures and log, and ends the run with its last student. */
@Injectable()
export class RunCounter {
  constructor(
    private readonly events: SyncRunEventRepository,
    private readonly moves: SyncRunMoves,
  ) {}

  /** False when the run takes no results any more: then nothing was counted and the caller must roll back. */
  async count(tx: Transaction, runId: string, batch: Batch): Promise<boolean> {
    const counted = await this.addUp(tx, runId, batch);
    if (!counted) return false;
    const run = (await readRun(tx.manager, 'id = ?', [runId]))!;
    await this.events.add(runId, eventsOf(run, batch.results), tx.manager);
    const kept = batch.results.filter(({ outcome }) => outcome === 'needs_review').length;
    await tellOfResults(tx.manager, run, kept);
    return true;
  }

  /** What the run's last answers said of the format; nobody else adds to it until the transaction ends. */
  async lockFormatWindow(tx: Transaction, runId: string): Promise<FormatWindow & { resumes: number }> {
    const [row] = await tx.query<(FormatWindow & { resumes: number })[]>(
      'SELECT format_contradictions AS contradictions, format_flaws AS flaws, resumes FROM sync_run WHERE id = ? FOR UPDATE',
      [runId],
    );
    return row!;
  }

  /** Pauses the run, which stands at the service's new format, unless this was its end. */
  async pauseForFormat(tx: Transaction, runId: string): Promise<void> {
    if (!(await this.moves.pauseForFormat(runId, FORMAT_CHANGED, tx.manager))) return;
    await this.events.add(runId, [event.runPaused('format_changed', FORMAT_CHANGED)], tx.manager);
  }

  private async addUp(tx: Transaction, runId: string, { results, uang, signs }: Batch): Promise<boolean> {
    const n = (...outcomes: WrittenResult['outcome'][]) =>
      results.filter(({ outcome }) => outcomes.includes(outcome)).length;
    const { affectedRows } = await tx.query<{ affectedRows: number }>(
      `UPDATE sync_run SET
         updated = updated + ?, unchanged = unchanged + ?, failed = failed + ?, skipped = skipped + ?,
         ${ADD_UANG},
         format_contradictions = RIGHT(CONCAT(format_contradictions, ?), ${FORMAT_WINDOW}),
         format_flaws = RIGHT(CONCAT(format_flaws, ?), ${FORMAT_WINDOW}),
         ${END_WHEN_DONE}, ${MOVE_RATE_WINDOW}
       WHERE id = ? AND status IN (?)`,
      [
        n('updated'),
        n('unchanged'),
        n('failed'),
        n('needs_review', 'left'),
        ...uangParams(uang),
        signs.contradictions,
        signs.flaws,
        runId,
        TAKES_RESULTS,
      ],
    );
    return affectedRows === 1;
  }
}

/** The window goes back at least one mark and at most two; left to right, so the marks move before their times. */
const WINDOW_IS_OVER = `window_mark_at < UTC_TIMESTAMP(3) - INTERVAL ${RATE_WINDOW_SECONDS} SECOND`;
const MOVE_RATE_WINDOW = `
  window_from_at = IF(${WINDOW_IS_OVER}, window_mark_at, window_from_at),
  window_from_processed = IF(${WINDOW_IS_OVER}, window_mark_processed, window_from_processed),
  window_mark_processed = IF(${WINDOW_IS_OVER}, updated + unchanged + failed + skipped, window_mark_processed),
  window_mark_at = IF(${WINDOW_IS_OVER}, UTC_TIMESTAMP(3), window_mark_at)`;

function eventsOf(run: SyncRunEntity, results: WrittenResult[]): event.RunEvent[] {
  const ended = run.status === 'completed' || run.status === 'partial';
  return [
    ...failuresOf(run, results),
    ...(ended ? [event.runFinished(run)] : milestonesOf(run, results.length)),
  ];
}

function failuresOf(run: SyncRunEntity, results: WrittenResult[]): event.RunEvent[] {
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  const failedBefore = run.failed - failed.length;
  const named = failed
    .slice(0, Math.max(0, FAILURES_IN_LOG - failedBefore))
    .map(({ idperson, nama, reason, message }) => event.siswaFailed(idperson, nama, reason!, message!));
  const crossesLimit = failedBefore <= FAILURES_IN_LOG && run.failed > FAILURES_IN_LOG;
  return crossesLimit ? [...named, event.failuresCapped(FAILURES_IN_LOG)] : named;
}

function milestonesOf(run: SyncRunEntity, added: number): event.RunEvent[] {
  const percent = percentOf(run.processed, run.total);
  const step = (value: number) => Math.floor(value / MILESTONE_PERCENT);
  const before = percentOf(run.processed - added, run.total);
  return step(percent) > step(before) ? [event.milestone(percent, run.processed, run.total)] : [];
}
