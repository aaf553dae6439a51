import { SharedAnswers } from './shared-answers';

describe('shared answers', () => {
  /** Answers that are ended by hand, in the order in which they were begun. */
  function byHand() {
    const begun: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];
    const shared = new SharedAnswers<number>();
    const ask = (key = 'same') =>
      shared.ask(key, () => new Promise<number>((resolve, reject) => begun.push({ resolve, reject })));
    return { begun, ask };
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('give whoever asks meanwhile the next one, together', async () => {
    const { begun, ask } = byHand();
    const first = ask();
    const [second, third] = [ask(), ask()];
    expect(begun).toHaveLength(1);
    begun[0]!.resolve(1);
    expect(await first).toBe(1);
    await turn();
    const fourth = ask();
    expect(begun).toHaveLength(2);
    begun[1]!.resolve(2);
    expect(await Promise.all([second, third])).toEqual([2, 2]);
    await turn();
    begun[2]!.resolve(3);
    expect(await fourth).toBe(3);
  });

  it('are begun at once for who asks after the last has ended', async () => {
    const { begun, ask } = byHand();
    const first = ask();
    begun[0]!.resolve(1);
    await first;
    await turn();
    const second = ask();
    begun[1]!.resolve(2);
    expect(await second).toBe(2);
  });

  it('fail those who share them alone', async () => {
    const { begun, ask } = byHand();
    const first = ask();
    const second = ask();
    begun[0]!.reject(new Error('aus'));
    await expect(first).rejects.toThrow('aus');
    await turn();
    begun[1]!.resolve(2);
    expect(await second).toBe(2);
  });

  it('are not shared between different questions', () => {
    const { begun, ask } = byHand();
    void ask('a');
    void ask('b');
    expect(begun).toHaveLength(2);
  });
});
