export interface FairQueueLimits {
  /** How many are worked on at once. */
  atOnce: number;
  /** How many of one client may wait. */
  waitingEach: number;
  /** How many may wait in all. */
  waiting: number;
}

/** There is no room to wait: by the client's own doing, or because of all the others. */
export class NoRoomError extends Error {
  override name = 'NoRoomError';

  constructor(readonly because: 'client' | 'all') {
    super(`no room to wait, because of ${because}`);
  }
}

interface Waiting {
  begin: () => void;
  refuse: (error: NoRoomError) => void;
}

/** Costly work, a little at once: clients take turns, and whoever asks for most is refused first. */
export class FairQueue {
  /** By client, in the order of their turns. */
  private readonly lines = new Map<string, Waiting[]>();
  private running = 0;
  private waiting = 0;

  constructor(private readonly limits: FairQueueLimits) {}

  /** Does the work when its turn has come; whoever has left until then loses it. */
  async run<T>(client: string, work: () => Promise<T>, left?: AbortSignal): Promise<T> {
    await this.turn(client, left);
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.next();
    }
  }

  /** How many more of a client may wait. */
  roomFor(client: string): number {
    const own = this.limits.waitingEach - (this.lines.get(client)?.length ?? 0);
    return Math.max(0, Math.min(own, this.limits.waiting - this.waiting));
  }

  private turn(client: string, left?: AbortSignal): Promise<void> {
    if (this.running < this.limits.atOnce) {
      this.running += 1;
      return Promise.resolve();
    }
    this.makeRoomFor(client);
    return new Promise((resolve, reject) => {
      const waiting = { begin: resolve, refuse: reject };
      this.lines.set(client, [...(this.lines.get(client) ?? []), waiting]);
      this.waiting += 1;
      left?.addEventListener('abort', () => this.drop(client, waiting, 'client'), { once: true });
    });
  }

  private makeRoomFor(client: string): void {
    const own = this.lines.get(client)?.length ?? 0;
    if (own >= this.limits.waitingEach) throw new NoRoomError('client');
    if (this.waiting < this.limits.waiting) return;
    const [busiest, line] = [...this.lines].reduce((most, each) =>
      each[1].length > most[1].length ? each : most,
    );
    if (line.length <= own + 1) throw new NoRoomError('all');
    this.drop(busiest, line.at(-1)!, 'client');
  }

  private drop(client: string, waiting: Waiting, because: NoRoomError['because']): void {
    const line = this.lines.get(client) ?? [];
    if (!line.includes(waiting)) return;
    this.keep(
      client,
      line.filter((each) => each !== waiting),
    );
    this.waiting -= 1;
    waiting.refuse(new NoRoomError(because));
  }

  /** The first line's first begins, and its line goes to the end. */
  private next(): void {
    const [first] = this.lines;
    if (!first) return;
    const [client, [waiting, ...rest]] = first;
    this.lines.delete(client);
    this.keep(client, rest);
    this.waiting -= 1;
    this.running += 1;
    waiting!.begin();
  }

  private keep(client: string, line: Waiting[]): void {
    if (line.length > 0) this.lines.set(client, line);
    else this.lines.delete(client);
  }
}
