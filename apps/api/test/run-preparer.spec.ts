import type { DataSource } from 'typeorm';
import { addSiswa, freshDatabase, scalar } from './database';
import { storesOn } from './stores';

const SISWA = 500;

describe('preparing a run', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
    await addSiswa(dataSource, SISWA);
  });
  beforeEach(() => dataSource.query('DELETE FROM sync_run'));
  afterAll(() => dataSource.destroy());

  const newRun = { scope: {}, startedBy: 'Uji' };
  const rows = () => scalar<string>(dataSource, 'SELECT COUNT(*) FROM sync_run_siswa');

  it('goes on where it was left, and counts everybody once', async () => {
    const run = (await stores.runs.createActive(newRun))!;
    await dataSource.query(
      'INSERT INTO sync_run_siswa (run_id, idperson) SELECT ?, idperson FROM siswa WHERE idperson <= 20',
      [run.id],
    );
    await Promise.all([1, 2, 3].map(() => stores.preparer.prepare(run)));
    expect(await stores.runs.find(run.id)).toMatchObject({ status: 'running', total: SISWA });
    expect((await stores.events.linesOf(run.id)).map(({ code }) => code)).toEqual(['run_prepared']);
  });

  it('never fails a cancel or a pause that comes in the middle, and leaves no ledger of what never began', async () => {
    for (let round = 0; round < 30; round++) {
      const run = (await stores.runs.createActive(newRun))!;
      const [, cancelled] = await Promise.all([
        stores.preparer.prepare(run),
        stores.moves.markAsCancelling(run.id, 'Uji'),
        stores.moves.markAsPausedByOperator(run.id, 'Uji'),
      ]);
      expect(cancelled).toBe(true);
      await stores.canceller.finish(run.id);
      const { status, total } = (await stores.runs.find(run.id))!;
      expect(status).toBe('cancelled');
      expect([0, SISWA]).toContain(total);
      expect(Number(await rows())).toBe(total);
      await dataSource.query('DELETE FROM sync_run');
    }
  });
});
