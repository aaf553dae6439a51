import type { SiswaResult } from '../../pembayaran/pembayaran-writer';
import type { ResultSaver } from './result-saver';
import { WriteBatcher } from './write-batcher';

/** A saver whose commits the test ends. */
class SlowSaver {
  readonly batches: { runId: string; ids: string[]; commit: () => void; fail: (error: Error) => void }[] = [];

  save(runId: string, results: SiswaResult[]): Promise<void> {
    return new Promise((commit, fail) =>
      this.batches.push({ runId, ids: results.map(({ idperson }) => idperson), commit, fail }),
    );
  }
}

describe('the write batcher', () => {
  let saver: SlowSaver;
  let batcher: WriteBatcher;

  beforeEach(() => {
    jest.useFakeTimers();
    saver = new SlowSaver();
    batcher = new WriteBatcher(saver as unknown as ResultSaver);
  });

  afterEach(() => jest.useRealTimers());

  const result = (idperson: number, chars = 10): SiswaResult => ({
    ...{ idperson: String(idperson), attempts: 1, durationMs: 1 },
    answer: { pembayaran: 'x'.repeat(chars) } as never,
  });
  const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => String(from + n));
  const turn = () => jest.advanceTimersByTimeAsync(150);
  /** Answers what says that they do not come any more. */
  const expectMore = () => {
    let none = () => {};
    void batcher.expect(new Promise<void>((resolve) => (none = resolve)));
    return none;
  };

  it('writes what comes in one turn together, and gathers the next while that is being committed', async () => {
    expectMore();
    for (let n = 1; n <= 3; n++) void batcher.save('1', result(n));
    await turn();
    for (let n = 4; n <= 6; n++) void batcher.save('1', result(n));
    await turn();
    expect(saver.batches.map((batch) => batch.ids)).toEqual([ids(1, 3)]);
    saver.batches[0]!.commit();
    await turn();
    expect(saver.batches.map((batch) => batch.ids)).toEqual([ids(1, 3), ids(4, 6)]);
  });

  it('begins up to three transactions where many rows wait, each with 100 at least', async () => {
    expectMore();
    const save = (from: number, to: number) => {
      for (let n = from; n <= to; n++) void batcher.save('1', result(n));
      return turn();
    };
    const rows = () => saver.batches.map((batch) => batch.ids);
    await save(1, 1);
    await save(2, 100);
    expect(rows()).toEqual([ids(1, 1)]);
    await save(101, 101);
    expect(rows()).toEqual([ids(1, 1), ids(2, 101)]);
    await save(102, 220);
    await save(221, 360);
    expect(rows()).toEqual([ids(1, 1), ids(2, 101), ids(102, 220)]);
    saver.batches[1]!.commit();
    await turn();
    expect(rows().slice(3)).toEqual([ids(221, 360)]);
    await save(361, 370);
    for (const n of [0, 2, 3]) saver.batches[n]!.commit();
    await turn();
    expect(rows().slice(4)).toEqual([ids(361, 370)]);
  });

  it('does not wait for more where none is on its way', async () => {
    const none = expectMore();
    void batcher.save('1', result(1));
    await jest.advanceTimersByTimeAsync(100);
    expect(saver.batches).toEqual([]);
    none();
    await jest.advanceTimersByTimeAsync(1);
    void batcher.save('1', result(2));
    await jest.advanceTimersByTimeAsync(1);
    expect(saver.batches.map((batch) => batch.ids)).toEqual([ids(1, 1), ids(2, 2)]);
  });

  it('has no room for further answers while 32 million characters wait', async () => {
    await batcher.room();
    for (let n = 1; n <= 9; n++) void batcher.save('1', result(n, 4_000_000));
    let hasRoom = false;
    const waiting = batcher.room().then(() => (hasRoom = true));
    await turn();
    expect(hasRoom).toBe(false);
    saver.batches[0]!.commit();
    await waiting;
    await batcher.room();
  });

  it('says that a result is saved after the commit, and not before', async () => {
    let saved = false;
    const saving = batcher.save('1', result(1)).then(() => (saved = true));
    await turn();
    await turn();
    expect(saved).toBe(false);
    saver.batches[0]!.commit();
    await saving;
    expect(saved).toBe(true);
  });

  it('tells many a few at a time, after the next transaction has begun', async () => {
    const told: number[] = [];
    const save = (from: number, to: number) => {
      for (let n = from; n <= to; n++) void batcher.save('1', result(n)).then(() => told.push(n));
      return turn();
    };
    expectMore();
    await save(1, 45);
    await save(46, 60);
    saver.batches[0]!.commit();
    for (let n = 0; n < 20; n++) await Promise.resolve();
    expect(told).toHaveLength(10);
    await turn();
    expect(told).toHaveLength(45);
    expect(saver.batches.map((batch) => batch.ids)).toEqual([ids(1, 45), ids(46, 60)]);
  });

  it('takes at most 200 rows and about four million characters at once, but always one', async () => {
    for (let n = 1; n <= 201; n++) void batcher.save('1', result(n));
    for (let n = 202; n <= 204; n++) void batcher.save('1', result(n, 1_900_000));
    void batcher.save('1', result(205, 5_000_000));
    for (let n = 0; n < 5; n++) {
      await turn();
      saver.batches[n]?.commit();
    }
    expect(saver.batches.map((batch) => batch.ids)).toEqual([
      ids(1, 200),
      ids(201, 203),
      ids(204, 204),
      ids(205, 205),
    ]);
  });

  it('never mixes two runs, and keeps their order', async () => {
    for (const [runId, n] of [
      ['1', 1],
      ['1', 2],
      ['2', 3],
      ['1', 4],
    ] as const) {
      void batcher.save(runId, result(n));
    }
    for (let n = 0; n < 3; n++) {
      await turn();
      saver.batches[n]!.commit();
    }
    expect(saver.batches.map(({ runId, ids }) => [runId, ...ids])).toEqual([
      ['1', '1', '2'],
      ['2', '3'],
      ['1', '4'],
    ]);
  });

  it('tells everybody of a batch that it failed, and goes on with the next', async () => {
    const failed = [batcher.save('1', result(1)), batcher.save('1', result(2))];
    await turn();
    const next = batcher.save('1', result(3));
    saver.batches[0]!.fail(new Error('tutup'));
    await Promise.all(failed.map((each) => expect(each).rejects.toThrow('tutup')));
    await turn();
    saver.batches[1]!.commit();
    await next;
    const later = batcher.save('1', result(4));
    await turn();
    saver.batches[2]!.commit();
    await later;
  });
});
