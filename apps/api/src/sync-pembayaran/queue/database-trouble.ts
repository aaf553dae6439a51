import { Injectable, Logger } from '@nestjs/common';
import { runPaused, runResumedAfter } from '../run/run-events';
import { SyncRunEventRepository } from '../run/sync-run-event.repository';
import { SyncRunMoves } from '../run/sync-run-moves';
import { Dispatcher } from '../run/dispatcher';
import { RefusalNotice } from '../run/refusal-notice';

/** When another worker tries, should the one that is in trouble die. */
const OTHERS_TRY_AFTER_MS = 15_000;

/**
 * Whether this process's results find a database that takes no writes. Then their run is paused, as far as even that
 * can be written, and the payment service is asked nothing until one of them is written.
 */
@Injectable()
export class DatabaseTrouble {
  private readonly logger = new Logger(DatabaseTrouble.name);
  private reason: string | null = null;

  constructor(
    private readonly moves: SyncRunMoves,
    private readonly events: SyncRunEventRepository,
    private readonly dispatcher: Dispatcher,
    private readonly notice: RefusalNotice,
  ) {}

  get isHere(): boolean {
    return this.reason !== null;
  }

  /** Notes, at each try, that a write was refused; `phrase` says why. */
  async begin(runId: string, phrase: string, error: unknown): Promise<void> {
    if (this.reason === null)
      this.logger.error({ err: error, runId }, 'the run waits: the database takes no writes');
    this.reason = `Database ${phrase}`;
    await this.notice.post(this.reason);
    await this.pause(runId, this.reason).catch((again) => {
      this.logger.debug(`the pause cannot be written either: ${String(again)}`);
    });
  }

  /** Pauses a run whose writes are refused; another worker tries again by itself. */
  async pause(runId: string, reason: string): Promise<void> {
    const sentence = `${reason}; dilanjutkan begitu data dapat ditulis lagi`;
    if (await this.moves.pauseForOwnTrouble(runId, 'database_refuses', sentence, OTHERS_TRY_AFTER_MS))
      await this.events.add(runId, [runPaused('database_refuses', sentence)]);
  }

  /** A write was taken. */
  async end(runId: string): Promise<void> {
    if (this.reason === null) return;
    this.reason = null;
    this.logger.log({ runId }, 'the run goes on: the database takes writes again');
    await this.notice.remove();
    await this.resume(runId);
  }

  async resume(runId: string): Promise<void> {
    if (!(await this.moves.resumeFrom(runId, 'database_refuses'))) return;
    await this.events.add(runId, [runResumedAfter('database_refuses')]);
    await this.dispatcher.enqueue(runId);
  }
}
