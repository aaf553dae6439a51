import type { DataSource } from 'typeorm';
import { PaymentSourceError } from '../src/sisda/payment-source.errors';
import type { LedgerFilter } from '../src/sync-pembayaran/ledger/ledger-list.repository';
import { answerOf, period } from './answers';
import { addSiswa, freshDatabase } from './database';
import { storesOn } from './stores';

const SISWA = 6;
const ids = (...numbers: number[]) => numbers.map(String);

describe('lists of runs and of their students', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;

  beforeEach(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
    await addSiswa(dataSource, SISWA);
  });
  afterEach(() => dataSource.destroy());

  const fetched = (...idpersons: string[]) =>
    idpersons.map((idperson) => ({
      idperson,
      attempts: 1,
      durationMs: 5,
      answer: answerOf(idperson, period('20252026', 100, 50)),
    }));
  const failed = (...idpersons: string[]) =>
    idpersons.map((idperson) => ({
      idperson,
      attempts: 3,
      durationMs: 5,
      answer: new PaymentSourceError('timeout', { figure: 30 }),
    }));

  it('narrow a ledger down by student and outcome, and count over all pages', async () => {
    const { id } = await stores.runningRun();
    await stores.writer.writeOfRun(id, [...fetched('1', '2', '3', '4'), ...failed('5', '6')]);
    const run = (await stores.runs.find(id))!;
    const found = async (filter: LedgerFilter) => {
      const rows = await stores.ledgerList.page(run, filter, 100, '0');
      expect(await stores.ledgerList.count(run, filter)).toBe(rows.length);
      return rows.map(({ idperson }) => idperson);
    };
    expect(await found({})).toEqual(ids(1, 2, 3, 4, 5, 6));
    expect(await found({ search: 'siswa 0002' })).toEqual(ids(2));
    expect(await found({ search: '5' })).toEqual(ids(5));
    expect(await found({ lembaga: 'SMP' })).toEqual(ids(2, 4, 6));
    expect(await found({ lembaga: 'SMP', kelas: '9B', outcome: 'updated' })).toEqual(ids(4));
    expect(await found({ outcome: 'failed', reason: 'timeout' })).toEqual(ids(5, 6));
    expect(await found({ search: '%' })).toEqual([]);

    await dataSource.query('DELETE FROM siswa WHERE idperson = 6');
    expect(await found({ outcome: 'failed' })).toEqual(ids(5, 6));
    expect(await found({ lembaga: 'SMP' })).toEqual(ids(2, 4));
    const [first, second] = [
      await stores.ledgerList.page(run, {}, 4, '0'),
      await stores.ledgerList.page(run, {}, 4, '4'),
    ];
    expect([...first, ...second].map(({ idperson }) => idperson)).toEqual(ids(1, 2, 3, 4, 5, 6));
  });

  it('leave out of a retry who was fetched since', async () => {
    const { id } = await stores.runningRun();
    await stores.writer.writeOfRun(id, failed(...ids(1, 2, 3, 4, 5, 6)));
    const open = () => stores.ledger.countScope({ retryOf: id, unmended: true });
    expect(await open()).toBe(6);
    await dataSource.query('UPDATE sync_run_siswa SET finished_at = finished_at - INTERVAL 1 MINUTE');
    const again = await stores.runningRun();
    await stores.writer.writeOfRun(again.id, [...fetched('1', '2'), ...failed('3', '4', '5', '6')]);
    expect(await open()).toBe(4);
    expect(await stores.ledger.countScope({ retryOf: id, unmended: true, reason: 'not_found' })).toBe(0);
    expect(await stores.ledger.countScope({ retryOf: id })).toBe(6);
    expect(await stores.ledger.countScope({ failedOf: again.id, unmended: true })).toBe(4);
  });

  it('find runs by state, owner, day of the school and parent', async () => {
    const made = async (startedBy: string, createdAt: string, status: string, parentRunId?: string) => {
      const { id } = await stores.runs.createQueued({ scope: {}, startedBy, parentRunId });
      await dataSource.query('UPDATE sync_run SET status = ?, created_at = ? WHERE id = ?', [
        status,
        createdAt,
        id,
      ]);
      return id;
    };
    const night = await made('Jadwal', '2026-11-21 16:59:59.999', 'completed');
    const midnight = await made('Jadwal', '2026-11-21 17:00:00.000', 'partial');
    const retry = await made('Siti', '2026-11-22 02:00:00.000', 'completed', midnight);
    const later = await made('Siti', '2026-11-22 17:00:00.000', 'cancelled');
    const found = async (filter: Parameters<typeof stores.runs.page>[0]) =>
      (await stores.runs.page(filter, 10)).map(({ id }) => id);

    expect(await found({})).toEqual([later, retry, midnight, night]);
    expect(await found({ from: '2026-11-22', to: '2026-11-22' })).toEqual([retry, midnight]);
    expect(await found({ to: '2026-11-21' })).toEqual([night]);
    expect(await found({ from: '2026-11-23' })).toEqual([later]);
    expect(await found({ status: 'completed', startedBy: 'Siti' })).toEqual([retry]);
    expect(await found({ parentRunId: midnight })).toEqual([retry]);
    expect((await stores.runs.page({ startedBy: 'Siti' }, 10, later)).map(({ id }) => id)).toEqual([retry]);
  });
});
