import { write, writeSync } from 'node:fs';

/** What waits to be written at most; beyond it lines are left out and counted. */
const MOST_WAITING = 1024 * 1024;
const MOST_AT_ONCE = 64 * 1024;
/** A pipe that is full just now. */
const AGAIN_AFTER_MS = 50;
const IN_FLIGHT_MS = 50;

/**
 * Where log lines go: written in the background, never waited for. A full disk or a closed pipe costs lines, not
 * answers; how many were lost is said as soon as one can be written again.
 */
export class LogOutput {
  private waiting: string[] = [];
  private waitingBytes = 0;
  /** Somebody will look at what waits. */
  private isWriting = false;
  private isInFlight = false;
  private lost = 0;

  constructor(private readonly fd: number) {}

  write(line: string): void {
    const bytes = Buffer.byteLength(line);
    if (this.waitingBytes + bytes > MOST_WAITING) {
      this.lost += 1;
      return;
    }
    this.waiting.push(line);
    this.waitingBytes += bytes;
    if (this.isWriting) return;
    this.isWriting = true;
    setImmediate(() => this.writeNext());
  }

  /** The last words of a process: one try, and no matter whether it succeeds. */
  end(): void {
    try {
      // What is being written now is in another thread's hands, and comes first.
      if (this.isInFlight) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, IN_FLIGHT_MS);
      while (this.waiting.length > 0) writeSync(this.fd, this.take());
    } catch {
      // Nobody is left who could be told.
    }
  }

  private writeNext(): void {
    this.isWriting = this.isInFlight = this.waiting.length > 0;
    if (!this.isWriting) return;
    const before = this.waiting.length;
    const chunk = this.take();
    const lines = before - this.waiting.length;
    this.writeAll(chunk, (isWritten) => {
      if (!isWritten) this.lost += lines;
      else if (this.lost > 0) this.confess();
      this.writeNext();
    });
  }

  private take(): Buffer {
    let bytes = 0;
    let count = 0;
    while (count < this.waiting.length && bytes < MOST_AT_ONCE)
      bytes += Buffer.byteLength(this.waiting[count++]!);
    this.waitingBytes -= bytes;
    return Buffer.from(this.waiting.splice(0, count).join(''));
  }

  private writeAll(chunk: Buffer, done: (isWritten: boolean) => void): void {
    write(this.fd, chunk, (error, written) => {
      if (error?.code === 'EAGAIN') setTimeout(() => this.writeAll(chunk, done), AGAIN_AFTER_MS).unref();
      else if (error) done(false);
      else if (written < chunk.length) this.writeAll(chunk.subarray(written), done);
      else done(true);
    });
  }

  private confess(): void {
    const said = { level: 40, time: Date.now(), pid: process.pid, lost: this.lost };
    this.lost = 0;
    this.write(`${JSON.stringify({ ...said, msg: 'log lines could not be written and are lost' })}\n`);
  }
}
