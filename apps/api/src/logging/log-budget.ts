const WINDOW_MS = 60_000;
const PER_CLIENT = 20;
const IN_ALL = 300;
/** Addresses are free: beyond so many in one window they share one account. */
const MOST_CLIENTS = 10_000;
const NAMED = 5;

/**
 * How much each client may make us write into the log in a minute. What is left out is counted, and told in one line
 * when the minute is over.
 */
export class LogBudget {
  private readonly byClient = new Map<string, number>();
  private inAll = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly tell: (leftOut: number, clients: Record<string, number>) => void) {
    this.timer = setInterval(() => this.settle(), WINDOW_MS).unref();
  }

  mayLog(client: string): boolean {
    const known = this.byClient.has(client) || this.byClient.size < MOST_CLIENTS;
    const account = known ? client : 'others';
    const asked = (this.byClient.get(account) ?? 0) + 1;
    this.byClient.set(account, asked);
    if (asked > PER_CLIENT || this.inAll >= IN_ALL) return false;
    this.inAll += 1;
    return true;
  }

  /** Ends the window: tells what was left out in it. */
  settle(): void {
    const asked = [...this.byClient.values()].reduce((sum, n) => sum + n, 0);
    const leftOut = asked - this.inAll;
    const busiest = [...this.byClient].sort(([, a], [, b]) => b - a).slice(0, NAMED);
    this.byClient.clear();
    this.inAll = 0;
    if (leftOut > 0) this.tell(leftOut, Object.fromEntries(busiest));
  }

  end(): void {
    clearInterval(this.timer);
    this.settle();
  }
}
