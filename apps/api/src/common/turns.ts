/** Spreads work over turns of the event loop, a piece in each, so that whatever comes in meanwhile is not kept waiting. */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  /** Resolves in a turn that nobody else has. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      if (this.waiting.push(resolve) === 1) setImmediate(this.give);
    });
  }

  private readonly give = (): void => {
    this.waiting.shift()!();
    if (this.waiting.length > 0) setImmediate(this.give);
  };
}
