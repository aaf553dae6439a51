import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { RunGate } from '../src/sync-pembayaran/queue/run-gate';
import type { DatabaseTrouble } from '../src/sync-pembayaran/queue/database-trouble';
import { addSiswa, freshDatabase } from './database';
import { storesOn } from './stores';

/** Looks, 10 ms apart. */
const PATIENCE = 400;

describe('the watch of the gate', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;
  let gate: RunGate;
  let runId: string;
  let looks: jest.SpyInstance;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
    await addSiswa(dataSource, 3);
  });
  afterAll(() => dataSource.destroy());
  beforeEach(async () => {
    await dataSource.query('DELETE FROM sync_run');
    runId = (await stores.runningRun()).id;
    // Its clock stands still: what was seen does not grow old, so that nobody who asks makes it look again.
    jest.spyOn(performance, 'now').mockReturnValue(performance.now());
    looks = jest.spyOn(stores.runs, 'active');
    gate = new RunGate(stores.runs, { isHere: false } as DatabaseTrouble);
    gate.onModuleInit();
    await passes();
  });
  afterEach(() => {
    gate.onApplicationShutdown();
    jest.restoreAllMocks();
  });

  const until = async (holds: () => boolean | Promise<boolean>) => {
    for (let looked = 0; !(await holds()); looked++) {
      if (looked === PATIENCE) throw new Error(`in vain: ${holds}`);
      await sleep(10);
    }
  };
  const passes = async () => (await gate.pass(runId, async () => 'asked')) === 'asked';

  it('takes back what was permitted when the run is paused elsewhere', async () => {
    const before = await gate.pass(runId, async ({ mayBegin }) => {
      const mightBegin = await mayBegin();
      await stores.moves.markAsPausedByOperator(runId, 'Uji');
      await until(async () => !(await mayBegin()));
      return mightBegin;
    });
    expect(before).toBe(true);
  });

  it('aborts what is in flight when the run is cancelled elsewhere', async () => {
    const aborted = gate.pass(
      runId,
      ({ signal }) => new Promise((resolve) => signal.addEventListener('abort', () => resolve('aborted'))),
    );
    await stores.moves.markAsCancelling(runId, 'Uji');
    expect(await aborted).toBe('aborted');
  });

  it('rests while nothing is in flight', async () => {
    const { runs } = storesOn(dataSource);
    const looksOfIdle = jest.spyOn(runs, 'active');
    const idle = new RunGate(runs, { isHere: false } as DatabaseTrouble);
    idle.onModuleInit();
    const before = looks.mock.calls.length;
    await until(() => looks.mock.calls.length >= before + 3);
    expect(looksOfIdle).not.toHaveBeenCalled();
    idle.onApplicationShutdown();
  });
});
