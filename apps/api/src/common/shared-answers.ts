interface Turn<T> {
  running: Promise<T>;
  /** What those wait for who came while it ran. */
  next?: Promise<T>;
}

/**
 * Answers many who ask the same thing at once with one answer. Nobody gets one that was begun before they asked: who comes
 * while one is under way waits for the next, which all of them share. So nothing is ever out of date, and however many ask,
 * one answer at a time is worked out.
 */
export class SharedAnswers<T> {
  private readonly turns = new Map<string, Turn<T>>();

  ask(key: string, answer: () => Promise<T>): Promise<T> {
    const turn = this.turns.get(key);
    if (!turn) return this.begin(key, answer);
    return (turn.next ??= settled(turn.running).then(() => this.begin(key, answer)));
  }

  private begin(key: string, answer: () => Promise<T>): Promise<T> {
    const turn: Turn<T> = { running: answer() };
    this.turns.set(key, turn);
    void settled(turn.running).then(() => {
      if (!turn.next) this.turns.delete(key);
    });
    return turn.running;
  }
}

const settled = (promise: Promise<unknown>): Promise<void> =>
  promise.then(
    () => undefined,
    () => undefined,
  );
