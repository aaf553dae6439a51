import { SISWA_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';

/** Takes the next job of one list to another, once there is one within so many seconds. */
type Pop = (from: string, to: string, seconds: number) => Promise<string | null>;

/** Bull's own connection for this, which its types do not know. */
interface Popping {
  bclient: { brpoplpush: Pop };
}

interface Hand {
  take: (jobId: string | null) => void;
  fail: (error: unknown) => void;
}

/**
 * Lets one job after the other be waited for. Bull has each free hand of a worker wait for the next job at once, in a
 * row that stands in Redis: when the worker's host is cut off, each of them would still take a job, seconds after each
 * other, and the last students of a run would go round among the dead.
 *
 * Where the one who waits finds a job there may be thousands: the others take theirs without waiting, so that a run has all
 * hands after a few round trips.
 *
 * A worker that was told to stop pauses the queue for itself, which cuts off the one who waits in Redis: the others give up
 * their turn, since each would wait there for seconds, and Bull for all of them.
 */
@Injectable()
export class PopInTurn {
  private readonly line: Hand[] = [];
  private readonly waitFor: Pop;
  private isServing = false;

  constructor(@InjectQueue(SISWA_QUEUE) private readonly queue: Queue) {
    const { bclient } = queue as unknown as Popping;
    this.waitFor = bclient.brpoplpush.bind(bclient);
    bclient.brpoplpush = (...ask) =>
      new Promise((take, fail) => {
        this.line.push({ take, fail });
        if (!this.isServing) void this.serve(...ask);
      });
  }

  private async serve(...ask: Parameters<Pop>): Promise<void> {
    this.isServing = true;
    while (this.line.length > 0) if (await this.serveFirst(ask)) await this.takeWhatIsThere(ask);
    this.isServing = false;
  }

  /** Answers whether there was a job. */
  private async serveFirst(ask: Parameters<Pop>): Promise<boolean> {
    try {
      const jobId = (await this.isPaused()) ? null : await this.waitFor(...ask);
      this.line.shift()!.take(jobId);
      return jobId !== null;
    } catch (error) {
      this.line.shift()!.fail(error);
      return false;
    }
  }

  /** Twice as many hands each time, until one of them finds nothing. */
  private async takeWhatIsThere([from, to]: Parameters<Pop>): Promise<void> {
    for (let hands = 1; this.line.length > 0 && !(await this.isPaused()); hands *= 2) {
      const asked = Math.min(hands, this.line.length);
      const jobIds = await Promise.all(Array.from({ length: asked }, () => this.takeOne(from, to)));
      const found = jobIds.filter((jobId) => jobId !== null);
      for (const jobId of found) this.line.shift()!.take(jobId);
      if (found.length < asked) return;
    }
  }

  /** null also where it cannot be told: who waits next hears why. */
  private takeOne(from: string, to: string): Promise<string | null> {
    return this.queue.client.rpoplpush(from, to).catch(() => null);
  }

  private isPaused(): Promise<boolean> {
    return this.queue.isPaused(true);
  }
}
