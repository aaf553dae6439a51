import type { DataSource } from 'typeorm';
import { LedgerRetention } from '../src/sync-pembayaran/ledger/ledger-retention';
import { milestone, runStarted, siswaFailed } from '../src/sync-pembayaran/run/run-events';
import { SyncRunEventRepository } from '../src/sync-pembayaran/run/sync-run-event.repository';
import { addSiswa, freshDatabase, scalar } from './database';
import { storesOn } from './stores';

const STUDENTS = 12;

describe('the retention of ledgers', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    await addSiswa(dataSource, STUDENTS);
  });
  afterAll(() => dataSource.destroy());

  /** A run that ended `days` ago with every kind of outcome, two students each. */
  async function endedRun(days: number): Promise<string> {
    const { moves, runningRun } = storesOn(dataSource);
    const { id } = await runningRun();
    await dataSource.query(
      `UPDATE sync_run_siswa SET outcome = ELT(idperson MOD 6 + 1,
         'updated', 'unchanged', 'failed', 'needs_review', 'left', 'not_run') WHERE run_id = ?`,
      [id],
    );
    await new SyncRunEventRepository(dataSource).add(id, [
      runStarted('Uji'),
      milestone(10, 1, STUDENTS),
      siswaFailed('1', 'Ali', 'timeout', 'Tidak menjawab'),
    ]);
    await moves.markAsCancelling(id, 'Uji');
    await moves.markAsCancelled(id);
    await dataSource.query(
      'UPDATE sync_run SET finished_at = UTC_TIMESTAMP(3) - INTERVAL ? DAY, updated = 2, unchanged = 2 WHERE id = ?',
      [days, id],
    );
    return id;
  }
  const linesOf = async (id: string) =>
    (await new SyncRunEventRepository(dataSource).linesOf(id)).map(({ code }) => code);
  const rowsOf = (id: string) =>
    dataSource.query<{ outcome: string; n: string }[]>(
      'SELECT outcome, COUNT(*) AS n FROM sync_run_siswa WHERE run_id = ? GROUP BY outcome ORDER BY outcome',
      [id],
    );

  it('keeps the problems and the figures of old runs, and everything of young ones', async () => {
    const [old, young] = [await endedRun(91), await endedRun(89)];
    const retention = new LedgerRetention(dataSource);
    for (let calls = 0; calls < 3; calls++) await retention.thinSome(90);

    expect((await rowsOf(old)).map(({ outcome }) => outcome)).toEqual(['failed', 'needs_review', 'not_run']);
    expect((await rowsOf(young)).length).toBe(6);
    expect(await linesOf(old)).toEqual(['run_prepared', 'run_started']);
    expect(await linesOf(young)).toEqual(['run_prepared', 'run_started', 'milestone', 'siswa_failed']);
    const { runs } = storesOn(dataSource);
    expect(await runs.find(old)).toMatchObject({ updated: 2, unchanged: 2, thinnedAt: expect.any(Date) });
    expect(await runs.find(young)).toMatchObject({ thinnedAt: null });
  });

  it('does not look again before its time, and never where everything is kept', async () => {
    const old = await endedRun(400);
    await new LedgerRetention(dataSource).thinSome(0);
    expect((await rowsOf(old)).length).toBe(6);
    const retention = new LedgerRetention(dataSource);
    await retention.thinSome(90);
    await retention.thinSome(90);
    const another = await endedRun(400);
    await retention.thinSome(90);
    expect((await rowsOf(old)).length).toBe(3);
    expect((await rowsOf(another)).length).toBe(6);
  });

  it('does not touch a run that has not ended', async () => {
    const { runningRun } = storesOn(dataSource);
    const { id } = await runningRun();
    await dataSource.query("UPDATE sync_run_siswa SET outcome = 'updated' WHERE run_id = ?", [id]);
    await dataSource.query(
      'UPDATE sync_run SET started_at = UTC_TIMESTAMP(3) - INTERVAL 400 DAY WHERE id = ?',
      [id],
    );
    await new LedgerRetention(dataSource).thinSome(1);
    const count = 'SELECT COUNT(*) FROM sync_run_siswa WHERE run_id = ?';
    expect(Number(await scalar<string>(dataSource, count, [id]))).toBe(STUDENTS);
  });
});
