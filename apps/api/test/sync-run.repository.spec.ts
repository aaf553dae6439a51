import { ENDED_STATUSES, RUN_STATUSES, type RunStatus, statusesBefore } from '@bantubayar/shared';
import type { DataSource } from 'typeorm';
import { addSiswa, freshDatabase } from './database';
import { storesOn } from './stores';

describe('runs in the database', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
    await addSiswa(dataSource, 3);
  });
  beforeEach(() => dataSource.query('DELETE FROM sync_run'));
  afterAll(() => dataSource.destroy());

  const newRun = { scope: {}, startedBy: 'Uji' };

  it('are active one at a time, also when two processes start in the same instant', async () => {
    const started = await Promise.all(Array.from({ length: 8 }, () => stores.runs.createActive(newRun)));
    expect(started.filter((run) => run !== null)).toHaveLength(1);
  });

  it('wait in the queue and are promoted in turn', async () => {
    const active = await stores.runs.createActive(newRun);
    const first = await stores.runs.createQueued(newRun);
    const second = await stores.runs.createQueued(newRun);
    expect(await stores.moves.promote(first.id)).toBe(false);
    await stores.moves.markAsCancelling(active!.id, 'Uji');
    await stores.moves.markAsCancelled(active!.id);
    expect((await stores.runs.firstQueued())!.id).toBe(first.id);
    expect(await stores.moves.promote(first.id)).toBe(true);
    expect(await stores.moves.promote(second.id)).toBe(false);
  });

  it('make only the moves of the table', async () => {
    const moves: [RunStatus, (id: string) => Promise<boolean>][] = [
      [
        'preparing',
        async (id) =>
          (await stores.moves.promote(id)) || (await stores.moves.resumeFrom(id, 'queue_refuses')),
      ],
      ['paused', (id) => stores.moves.pauseForOwnTrouble(id, 'queue_refuses', 'Uji', null)],
      ['cancelling', (id) => stores.moves.markAsCancelling(id, 'Uji')],
      ['cancelled', (id) => stores.moves.markAsCancelled(id)],
      ['failed', (id) => stores.moves.markAsFailed(id, 'Uji')],
    ];
    for (const [to, move] of moves) {
      for (const from of RUN_STATUSES) {
        await dataSource.query('DELETE FROM sync_run');
        const { id } = await stores.runs.createQueued(newRun);
        await dataSource.query(`UPDATE sync_run SET status = ?, pause_code = 'queue_refuses' WHERE id = ?`, [
          from,
          id,
        ]);
        const allowed =
          statusesBefore(to).includes(from as never) && !(to === 'cancelled' && from === 'queued');
        expect([from, to, await move(id)]).toEqual([from, to, allowed]);
      }
    }
  });

  it('are resumed to where they stood, and only from the pause that is over', async () => {
    const { id } = (await stores.runs.createActive(newRun))!;
    expect(await stores.moves.pauseForOwnTrouble(id, 'queue_refuses', 'Uji', null)).toBe(true);
    expect(await stores.moves.resumeFrom(id, 'database_refuses')).toBe(false);
    expect(await stores.moves.resumeFrom(id, 'queue_refuses')).toBe(true);
    expect(await stores.runs.find(id)).toMatchObject({ status: 'preparing', pauseCode: null });
    await stores.preparer.prepare((await stores.runs.find(id))!);
    await stores.moves.pauseForOwnTrouble(id, 'database_refuses', 'Uji', null);
    expect(await stores.moves.markAsResumed(id)).toBe(true);
    expect(await stores.runs.find(id)).toMatchObject({ status: 'running', total: 3, resumes: 2 });
  });

  it('take a queued run back, and only that', async () => {
    const { id } = await stores.runs.createQueued(newRun);
    expect(await stores.moves.takeBack(id, 'Uji')).toBe(true);
    expect(await stores.runs.find(id)).toMatchObject({ status: 'cancelled', cancelledBy: 'Uji' });
    expect(await stores.moves.takeBack(id, 'Uji')).toBe(false);
  });

  it('never leave an ended state, whatever is tried', async () => {
    for (const status of ENDED_STATUSES) {
      const { id } = await stores.runs.createQueued(newRun);
      await dataSource.query('UPDATE sync_run SET status = ? WHERE id = ?', [status, id]);
      await stores.moves.markAsResumed(id);
      await stores.moves.endIfDone(id);
      await stores.moves.markAsCancelling(id, 'Uji');
      expect(await stores.runs.find(id)).toMatchObject({ status });
    }
  });

  it('are not paused for a request that began before they were resumed', async () => {
    const { id } = await stores.runningRun();
    expect(await stores.moves.markAsPaused(id, 0, 'credentials', 'Uji', null)).toBe(true);
    expect(await stores.moves.markAsResumed(id)).toBe(true);
    expect(await stores.moves.markAsPaused(id, 0, 'credentials', 'Uji', null)).toBe(false);
    expect(await stores.moves.markAsPaused(id, 1, 'credentials', 'Uji', null)).toBe(true);
  });

  it('give one worker at a time the probe after an outage', async () => {
    const run = await stores.runningRun();
    await stores.moves.markAsPaused(run.id, 0, 'outage', 'Uji', 0);
    const taken = await Promise.all(Array.from({ length: 5 }, () => stores.moves.takeProbe(run.id, 60_000)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await stores.moves.takeProbe(run.id, 60_000)).toBe(false);
  });
});
