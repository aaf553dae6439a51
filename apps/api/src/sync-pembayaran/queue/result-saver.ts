import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { mayPass, isReset } from '../../database/connection-error';
import { refusalOf } from '../../database/refusal';
import type { SiswaResult } from '../../pembayaran/pembayaran-writer';
import { unstorable } from '../../pembayaran/unstorable';
import { ResultWriter } from '../run/result-writer';
import { DatabaseTrouble } from './database-trouble';
import { batchSeconds, batchSiswa } from './queue-meters';

const RETRY_PAUSE_MS = 500;
/** A batch whose connection broke so often is what breaks it. */
const RESETS = 2;
/** Of the last so many results so many refused are not the fault of their students. */
const RECENT = 20;
const TOO_MANY = 15;

interface Refused {
  result: SiswaResult;
  error: unknown;
}

/**
 * Saves results of a run whatever the database says. One that is away, or takes no writes at all, is waited for; a
 * result that it refuses is found, ends its student as failed, and holds nobody else up.
 */
@Injectable()
export class ResultSaver {
  private readonly logger = new Logger(ResultSaver.name);
  private recent: ('taken' | 'refused')[] = [];
  private closed = false;

  constructor(
    private readonly writer: ResultWriter,
    private readonly trouble: DatabaseTrouble,
  ) {}

  async save(runId: string, results: SiswaResult[]): Promise<void> {
    const refused = await this.saveApart(runId, results);
    if (refused.length === 0) return;
    const [{ result, error }] = refused as [Refused];
    const many = `${refused.length} of ${results.length} answers cannot be stored`;
    this.logger.error({ err: error, runId }, `${many}, first that of ${result.idperson}`);
    if (this.recent.filter((each) => each === 'refused').length >= TOO_MANY) {
      return this.saveOnceTaken(runId, refused);
    }
    for (const each of refused) await this.saveAsFailed(runId, each);
  }

  /** From now on a database that is not there is an error, so that a process can stop. */
  close(): void {
    this.closed = true;
  }

  /** Saves all that can be saved, by halves where something is refused; answers what is. */
  private async saveApart(runId: string, results: SiswaResult[]): Promise<Refused[]> {
    const error = await this.saveTogether(runId, results);
    if (error === null) return this.note('taken', results.length, []);
    if (results.length === 1) return this.note('refused', 1, [{ result: results[0]!, error }]);
    const middle = Math.ceil(results.length / 2);
    return [
      ...(await this.saveApart(runId, results.slice(0, middle))),
      ...(await this.saveApart(runId, results.slice(middle))),
    ];
  }

  /** null once they are written; else why these, or some of them, cannot be. */
  private async saveTogether(runId: string, results: SiswaResult[]): Promise<unknown> {
    for (let resets = 0, attempt = 1; ; attempt++) {
      try {
        const startedAt = performance.now();
        await this.writer.writeOfRun(runId, results);
        batchSeconds.observe((performance.now() - startedAt) / 1_000);
        batchSiswa.observe(results.length);
        await this.trouble.end(runId);
        return null;
      } catch (error) {
        if (this.closed) throw error;
        const refusal = refusalOf(error);
        const passes = refusal !== null || mayPass(error);
        if (isReset(error)) resets++;
        if (!passes || resets === RESETS) return error;
        if (refusal !== null) await this.trouble.begin(runId, refusal, error);
        else if (attempt === 1)
          this.logger.warn({ runId }, `${results.length} results wait: ${String(error)}`);
        await sleep(RETRY_PAUSE_MS);
      }
    }
  }

  /** What is refused of nearly everybody is the database's own trouble: one after another is tried until it takes one. */
  private async saveOnceTaken(runId: string, refused: Refused[]): Promise<void> {
    for (let n = 0; ; n = (n + 1) % refused.length) {
      const { result, error } = refused[n]!;
      await this.trouble.begin(runId, 'menolak hampir semua jawaban', error);
      await sleep(RETRY_PAUSE_MS);
      if (this.closed) throw error;
      if ((await this.saveTogether(runId, [result])) === null) break;
    }
    this.recent = [];
    await this.save(
      runId,
      refused.map(({ result }) => result),
    );
  }

  private async saveAsFailed(runId: string, { result, error }: Refused): Promise<void> {
    const again = await this.saveTogether(runId, [unstorable(result, error)]);
    if (again !== null) throw again;
  }

  private note(what: 'taken' | 'refused', count: number, refused: Refused[]): Refused[] {
    this.recent = [...this.recent, ...Array<typeof what>(Math.min(count, RECENT)).fill(what)].slice(-RECENT);
    return refused;
  }
}
