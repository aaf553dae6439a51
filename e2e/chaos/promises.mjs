/** What the progress object promises at every look, and from look to look. */

/** @typedef {import('./client.mjs').Progress} Progress */

const RUNNING = ['preparing', 'running', 'paused', 'cancelling'];
const ENDED = ['completed', 'partial', 'cancelled', 'failed'];

export class Promises {
  /** Every sentence that was broken. @type {Set<string>} */
  broken = new Set();
  /** The last look at each run. @type {Map<string, Progress>} */
  seen = new Map();

  /** @param {Progress} now */
  check(now) {
    const { total, processed, successCount, failed, updated, unchanged, skipped, percent, status } = now;
    this.holds(processed === successCount + failed + skipped, 'processed is the sum of its parts', now);
    this.holds(successCount === updated + unchanged, 'successCount is the sum of its parts', now);
    this.holds(processed <= total, 'processed is at most total', now);
    const floored = total === 0 ? 0 : Math.floor((processed * 1000) / total) / 10;
    this.holds(percent === floored, 'percent is floored to one decimal', now);
    this.holds(percent < 100 || processed === total, 'percent is 100 only at the end', now);
    this.holds(now.isRunning === RUNNING.includes(status), 'isRunning says what status says', now);
    this.holds(status !== 'paused' || Boolean(now.pauseReason), 'a paused run says why', now);
    if (!now.runId) return;
    const before = this.seen.get(now.runId);
    if (before) this.compare(before, now);
    this.seen.set(now.runId, now);
  }

  /** @param {Progress} before @param {Progress} now */
  compare(before, now) {
    this.holds(now.processed >= before.processed, 'processed never goes back', now);
    this.holds(now.percent >= before.percent, 'percent never goes back', now);
    const isPrepared = before.status === 'running' || (before.status === 'paused' && before.total > 0);
    this.holds(!isPrepared || now.total === before.total, 'total is fixed before running', now);
    const isOver = ENDED.includes(before.status);
    this.holds(!isOver || now.status === before.status, 'an ended run keeps its state', now);
    this.holds(!isOver || now.processed === before.processed, 'an ended run counts nobody', now);
  }

  /** @param {boolean} kept @param {string} promise @param {Progress} now */
  holds(kept, promise, now) {
    if (kept) return;
    const { log: _, ...figures } = now;
    this.broken.add(`${promise}: ${JSON.stringify(figures)}`);
  }
}
