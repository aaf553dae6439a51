/** Counts what the upstream was asked: how often, how many at once, and when. */
import type { ServerResponse } from 'node:http';

type Counts = Record<string, number>;

const nothing = () => ({
  requests: 0,
  byRoute: {} as Counts,
  byStatus: {} as Counts,
  mostAtOnce: 0,
  bySecond: {} as Counts,
  lastRequestAt: null as string | null,
  byStudent: {} as Counts,
});

export class Stats {
  private counted = nothing();
  private inFlight = 0;

  /** Requests that are being answered now. */
  get atOnce(): number {
    return this.inFlight;
  }

  /**
   * Counts a request now, and its end when the last of the answer is written or the connection breaks: before its client can
   * have it and ask again, so that nobody is taken for asking more at once than they do.
   */
  watch(response: ServerResponse, route: string, idperson: string | null): void {
    const { counted } = this;
    const now = new Date();
    counted.requests += 1;
    counted.lastRequestAt = now.toISOString();
    counted.mostAtOnce = Math.max(counted.mostAtOnce, ++this.inFlight);
    add(counted.byRoute, route);
    add(counted.bySecond, String(Math.floor(now.getTime() / 1000)));
    if (idperson) add(counted.byStudent, idperson);
    let isOpen = true;
    const end = (status: string) => {
      if (!isOpen) return;
      isOpen = false;
      this.inFlight -= 1;
      add(counted.byStatus, status);
    };
    response.once('prefinish', () => end(String(response.statusCode)));
    response.once('close', () => end('broken'));
  }

  /** Forgets everything but the requests that are still open. */
  reset(): void {
    this.counted = { ...nothing(), mostAtOnce: this.inFlight };
  }

  toJson(withStudents: boolean): object {
    const { byStudent, ...counts } = this.counted;
    return { ...counts, inFlight: this.inFlight, ...(withStudents && { byStudent }) };
  }
}

function add(counts: Counts, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
