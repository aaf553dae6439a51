import { SISWA_QUEUE } from '@bantubayar/shared';
import Bull, { type Queue } from 'bull';
import type { DataSource } from 'typeorm';
import { env } from '../src/config/env';
import { LedgerRepository } from '../src/sync-pembayaran/ledger/ledger.repository';
import { Feeder } from '../src/sync-pembayaran/queue/feeder';
import { type SiswaJob, siswaJobId, siswaJobOptions } from '../src/sync-pembayaran/run/sync.queues';
import { addSiswa, freshDatabase } from './database';
import { storesOn } from './stores';

/** Something happens just after the pending students were read. */
class LateLedger extends LedgerRepository {
  then: () => Promise<void> = () => Promise.resolve();

  override async pendingAfter(runId: string, after: string, limit: number) {
    const pending = await super.pendingAfter(runId, after, limit);
    await this.then();
    return pending;
  }
}

describe('feeding the queue of students', () => {
  let dataSource: DataSource;
  let queue: Queue<SiswaJob>;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    await addSiswa(dataSource, 5);
    queue = new Bull<SiswaJob>(SISWA_QUEUE, env.REDIS_URL, { prefix: `test-feeder-${process.pid}` });
    await queue.isReady();
  });
  afterAll(async () => {
    await queue.obliterate({ force: true });
    await queue.close();
    await dataSource.destroy();
  });

  it('adds whoever has no job, and nobody whose row has ended meanwhile or whose job is there', async () => {
    const { runs, runningRun } = storesOn(dataSource);
    const { id } = await runningRun();
    const ledger = new LateLedger(dataSource);
    const feeder = new Feeder(queue, runs, ledger);
    const [first, second, ...others] = (await ledger.pendingAfter(id, '0', 5)).map(
      ({ idperson }) => idperson,
    );
    const waiting = { runId: id, idperson: first! };
    await queue.add(waiting, siswaJobOptions(waiting));
    ledger.then = async () => {
      await dataSource.query(
        `UPDATE sync_run_siswa SET outcome = 'unchanged' WHERE run_id = ? AND idperson = ?`,
        [id, second],
      );
      feeder.stop();
    };

    await feeder.feed(id);

    const jobs = await queue.getWaiting();
    const expected = [first!, ...others].map((idperson) => siswaJobId({ runId: id, idperson }));
    expect(jobs.map((job) => job.id).sort()).toEqual(expected.sort());
  });
});
