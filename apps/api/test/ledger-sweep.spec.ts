import type { DataSource } from 'typeorm';
import { LedgerSweep } from '../src/sync-pembayaran/ledger/ledger-sweep';
import { addSiswa, freshDatabase } from './database';
import { storesOn } from './stores';

const SISWA = 8;

describe('the ledger of a cancelled run', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
    await addSiswa(dataSource, SISWA);
  });
  afterAll(() => dataSource.destroy());

  /** Cancelled, with its process dead before it swept. */
  async function cancelled(id: string) {
    await stores.moves.markAsCancelling(id, 'Uji');
    await stores.moves.markAsCancelled(id);
    return (await stores.runs.find(id))!;
  }
  const stored = (id: string) =>
    dataSource.query<object[]>(
      `SELECT outcome, COUNT(*) AS n, MIN(ledger.finished_at) = MIN(run.finished_at) AS timed
       FROM sync_run_siswa AS ledger JOIN sync_run AS run ON run.id = run_id WHERE run_id = ? GROUP BY outcome`,
      [id],
    );
  const read = async (run: Awaited<ReturnType<typeof cancelled>>, outcome?: 'pending' | 'not_run') =>
    (await stores.ledgerList.page(run, { outcome }, 100, '0')).map((row) => row.outcome);

  it('says not_run before and after it was swept, and can be retried at once', async () => {
    const run = await cancelled((await stores.runningRun()).id);
    const sweep = new LedgerSweep(dataSource);
    const everybody = Array(SISWA).fill('not_run');
    for (const kept of ['pending', 'not_run']) {
      expect(await stored(run.id)).toMatchObject([{ outcome: kept, n: String(SISWA) }]);
      expect(await read(run)).toEqual(everybody);
      expect(await read(run, 'not_run')).toEqual(everybody);
      expect(await read(run, 'pending')).toEqual([]);
      expect(await stores.ledger.countScope({ retryOf: run.id })).toBe(SISWA);
      await sweep.sweepSome();
    }
    expect(await stored(run.id)).toMatchObject([{ timed: 1 }]);
  });

  it('of a run that never began has nobody, before and after', async () => {
    const { id } = (await stores.runs.createActive({ scope: {}, startedBy: 'Uji' }))!;
    await dataSource.query(
      'INSERT INTO sync_run_siswa (run_id, idperson) SELECT ?, idperson FROM siswa LIMIT 3',
      [id],
    );
    const run = await cancelled(id);
    for (const kept of [[{ outcome: 'pending', n: '3' }], []]) {
      expect(await stored(id)).toMatchObject(kept);
      expect(await read(run)).toEqual([]);
      expect(await stores.ledger.countScope({ retryOf: id })).toBe(0);
      await new LedgerSweep(dataSource).sweepSome();
    }
  });

  it('is not swept while the run may still go on', async () => {
    const run = await stores.runningRun();
    await stores.moves.markAsCancelling(run.id, 'Uji');
    await new LedgerSweep(dataSource).sweep(run.id);
    expect(await stored(run.id)).toMatchObject([{ outcome: 'pending', n: String(SISWA) }]);
    await stores.canceller.finish(run.id);
    expect(await stored(run.id)).toMatchObject([{ outcome: 'not_run' }]);
  });
});
