import { within } from '../common/within';

type Answer<T> = { value: T; trouble?: undefined } | { value?: undefined; trouble: string };

/** Asks one thing at a time: who comes while it is unanswered waits for the same answer, but not for ever. */
export class Inquiry<T> {
  private pending: Promise<Answer<T>> | null = null;

  constructor(private readonly ask: () => Promise<T>) {}

  async answer(withinMs: number): Promise<Answer<T>> {
    this.pending ??= this.ask()
      .then(
        (value) => ({ value }),
        (error: Error) => ({ trouble: error.message || String(error) }),
      )
      .finally(() => (this.pending = null));
    return within(withinMs, this.pending, { trouble: `no answer within ${withinMs} ms` });
  }
}
