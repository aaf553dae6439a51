import type { DataSource } from 'typeorm';
import { RunGate } from '../src/sync-pembayaran/queue/run-gate';
import type { DatabaseTrouble } from '../src/sync-pembayaran/queue/database-trouble';
import { addSiswa, freshDatabase } from './database';
import { storesOn } from './stores';

describe('the gate of a worker', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;
  let trouble: { isHere: boolean };
  let gate: RunGate;
  let runId: string;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
    await addSiswa(dataSource, 3);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => dataSource.destroy());
  beforeEach(async () => {
    await dataSource.query('DELETE FROM sync_run');
    trouble = { isHere: false };
    gate = new RunGate(stores.runs, trouble as DatabaseTrouble);
    runId = (await stores.runningRun()).id;
  });

  const passes = async (id = runId) => (await gate.pass(id, async () => 'asked')) === 'asked';
  /** A request that hangs until its permit ends. */
  function hanging() {
    let begun!: () => void;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const ended = gate.pass(runId, ({ signal }) => {
      begun();
      return new Promise<string>((resolve) =>
        signal.addEventListener('abort', () => resolve('aborted'), { once: true }),
      );
    });
    return { hasBegun, ended };
  }

  /** A no is looked at again, so asking for another run makes it look. */
  const looks = () => passes('999999');

  it('lets a run that runs ask, and no other', async () => {
    expect(await passes()).toBe(true);
    expect(await looks()).toBe(false);
  });

  it.each([
    ['paused', () => stores.moves.markAsPausedByOperator(runId, 'Uji')],
    ['being cancelled', () => stores.moves.markAsCancelling(runId, 'Uji')],
    ['failed', () => stores.moves.markAsFailed(runId, 'Uji')],
  ])('lets nothing pass of one that is %s', async (_, move) => {
    await move();
    expect(await passes()).toBe(false);
  });

  it('sees at once that a run was resumed', async () => {
    await stores.moves.markAsPausedByOperator(runId, 'Uji');
    expect(await passes()).toBe(false);
    await stores.moves.markAsResumed(runId);
    expect(await passes()).toBe(true);
  });

  it('trusts what it saw for a moment only: without a database nothing passes', async () => {
    expect(await passes()).toBe(true);
    jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 601);
    jest.spyOn(stores.runs, 'active').mockRejectedValue(new Error('away'));
    expect(await passes()).toBe(false);
    jest.restoreAllMocks();
    expect(await passes()).toBe(true);
  });

  it('aborts what is in flight when it sees that the run was cancelled, not when it was paused', async () => {
    const { hasBegun, ended } = hanging();
    await hasBegun;
    await stores.moves.markAsPausedByOperator(runId, 'Uji');
    await looks();
    const first = await Promise.race([ended, Promise.resolve('still asking')]);
    expect(first).toBe('still asking');
    await stores.moves.markAsCancelling(runId, 'Uji');
    await looks();
    expect(await ended).toBe('aborted');
  });

  it('once closed, aborts and lets nothing pass until the run was resumed, whatever the row still says', async () => {
    const { hasBegun, ended } = hanging();
    await hasBegun;
    gate.close(runId, 0);
    expect(await ended).toBe('aborted');
    expect(await passes()).toBe(false);
    await stores.moves.markAsPaused(runId, 0, 'credentials', 'Uji', null);
    await stores.moves.markAsResumed(runId);
    expect(await passes()).toBe(true);
  });

  it('is not closed by what began before the run was resumed', async () => {
    await stores.moves.markAsPausedByOperator(runId, 'Uji');
    await stores.moves.markAsResumed(runId);
    const aborted = await gate.pass(runId, async ({ signal }) => {
      gate.close(runId, 0);
      return signal.aborted;
    });
    expect(aborted).toBe(false);
    expect(await passes()).toBe(true);
  });

  it('takes back what it permitted: a request that still waits for its turn does not begin', async () => {
    const begins: boolean[] = [];
    await gate.pass(runId, async ({ mayBegin }) => {
      begins.push(await mayBegin());
      gate.close(runId, 0);
      begins.push(await mayBegin());
    });
    expect(begins).toEqual([true, false]);
  });

  it('opens again where the pause could not be written', async () => {
    gate.close(runId, 0);
    gate.reopen(runId, 0);
    expect(await passes()).toBe(true);
  });

  it('stays closed for those whose pause was written, whoever came first', async () => {
    gate.close(runId, 0);
    gate.close(runId, 0);
    gate.reopen(runId, 0);
    expect(await passes()).toBe(false);
  });

  it('is not opened by what began before the run was resumed', async () => {
    await stores.moves.markAsPausedByOperator(runId, 'Uji');
    await stores.moves.markAsResumed(runId);
    await passes();
    gate.close(runId, 1);
    gate.close(runId, 0);
    gate.reopen(runId, 0);
    expect(await passes()).toBe(false);
  });

  it('lets nothing pass while the database takes no writes', async () => {
    trouble.isHere = true;
    expect(await passes()).toBe(false);
    trouble.isHere = false;
    expect(await passes()).toBe(true);
  });

  it('tells a request how often the run had been resumed when it began', async () => {
    await stores.moves.markAsPausedByOperator(runId, 'Uji');
    await stores.moves.markAsResumed(runId);
    expect(await gate.pass(runId, async ({ resumes }) => resumes)).toBe(1);
  });

  it('gives everything up when the worker stops', async () => {
    const { hasBegun, ended } = hanging();
    await hasBegun;
    gate.abortAll();
    expect(await ended).toBe('aborted');
  });
});
