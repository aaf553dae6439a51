import type { DataSource } from 'typeorm';
import { ActiveRunRepository } from '../src/sync-pembayaran/run/active-run.repository';
import { KeptLog } from '../src/sync-pembayaran/run/kept-log';
import { milestone, runStarted } from '../src/sync-pembayaran/run/run-events';
import { WorkerRegistry } from '../src/sync-pembayaran/run/worker-registry';
import { addSiswa, freshDatabase } from './database';
import { plansOf } from './plans';
import { storesOn } from './stores';

describe('the active run in one look', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;
  let active: ActiveRunRepository;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
    active = new ActiveRunRepository(dataSource);
    await addSiswa(dataSource, 3);
  });
  beforeEach(() => dataSource.query('DELETE FROM sync_run'));
  afterAll(() => dataSource.destroy());

  it('is none, with the workers, while no run is active', async () => {
    await stores.runs.createQueued({ scope: {}, startedBy: 'Uji' });
    expect(await active.look()).toMatchObject({ run: null, workers: { alive: 0, pace: null } });
    const registry = new WorkerRegistry(dataSource);
    await registry.sayAlive({ atOnce: 12, latencyMs: 40 });
    const { workers } = await active.look();
    expect(workers).toMatchObject({ alive: 1, pace: { atOnce: 12, latencyMs: 40 }, now: expect.any(Date) });
    await registry.sayGoodbye();
  });

  it('is the same, column by column, as when it is asked for alone', async () => {
    const run = await stores.runningRun();
    await dataSource.query(
      `UPDATE sync_run SET scope = '{"lembaga":"SMP"}', total = 3, updated = 2, paid_amount = 9007199254740993,
         resume_at = UTC_TIMESTAMP(3), window_from_at = UTC_TIMESTAMP(3) WHERE id = ?`,
      [run.id],
    );
    expect((await active.look()).run).toEqual(await stores.runs.find(run.id));
    expect((await active.look()).run).toMatchObject({ processed: 2, scope: { lembaga: 'SMP' } });
  });

  it('has another mark when its log has another line, and only then', async () => {
    const { id } = await stores.runningRun();
    const look = async () => (await active.look()).logMark;
    const before = await look();
    await dataSource.query('UPDATE sync_run SET updated = updated + 1 WHERE id = ?', [id]);
    expect(await look()).toBe(before);
    await stores.events.add(id, [runStarted('Uji')]);
    expect(await look()).not.toBe(before);
  });

  it('has a log that is read again when the mark is another, for each place from which it is asked', async () => {
    const { id } = await stores.runningRun();
    const read = jest.spyOn(stores.events, 'linesOf');
    const log = new KeptLog(stores.events);
    const lines = async (after?: number) => log.linesOf(id, after, (await active.look()).logMark);
    const all = await lines();
    const last = all.at(-1)!.id;
    expect([await lines(), await lines(last), await lines(last)]).toEqual([all, [], []]);
    expect(read).toHaveBeenCalledTimes(2);
    await stores.events.add(id, [milestone(10, 1, 10)]);
    expect((await lines(last)).map(({ code }) => code)).toEqual(['milestone']);
    expect(await lines()).toHaveLength(all.length + 1);
    expect(read).toHaveBeenCalledTimes(4);
    read.mockRestore();
  });

  it('is found among many without reading them', async () => {
    const ended = `('completed', '{}', 'Uji', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))`;
    await dataSource.query(
      `INSERT INTO sync_run (status, scope, started_by, created_at, finished_at)
       VALUES ${Array.from({ length: 2_000 }, () => ended).join(', ')}`,
    );
    const run = await stores.runningRun();
    await dataSource.query('ANALYZE TABLE sync_run, sync_run_event');
    const plans = await plansOf(dataSource, () => active.look());
    expect(plans.join('\n')).toMatch(/^run \| (range|ref) \| ix_sync_run_status/m);
    expect((await active.look()).run!.id).toBe(run.id);
  });
});
