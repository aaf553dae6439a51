import { SISWA_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';

/** Bull's own connection for this, which its types do not know. */
interface Popping {
  bclient: { brpoplpush(...args: unknown[]): Promise<string | null> };
}

/**
 * Lets one job after the other be waited for. Bull has each free hand of a worker wait for the next job at once, in a
 * row that stands in Redis: when the worker's host is cut off, each of them would still take a job, seconds after each
 * other, and the last students of a run would go round among the dead.
 *
 * A worker that was told to stop pauses the queue for itself, which cuts off the one who waits in Redis: the others give up
 * their turn, since each would wait there for seconds, and Bull for all of them.
 */
@Injectable()
export class PopInTurn {
  constructor(@InjectQueue(SISWA_QUEUE) queue: Queue) {
    const { bclient } = queue as unknown as Popping;
    const pop = bclient.brpoplpush.bind(bclient);
    let turn: Promise<unknown> = Promise.resolve();
    bclient.brpoplpush = (...args) => {
      const popped = turn.then(async () => ((await queue.isPaused(true)) ? null : pop(...args)));
      turn = popped.catch(() => undefined);
      return popped;
    };
  }
}
