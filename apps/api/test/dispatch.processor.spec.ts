import type { SyncScopeDto } from '@bantubayar/shared';
import type { Job } from 'bull';
import type { DataSource } from 'typeorm';
import type { Transaction } from '../src/database/transaction';
import type { DatabaseTrouble } from '../src/sync-pembayaran/queue/database-trouble';
import { RunEnder } from '../src/sync-pembayaran/run/run-ender';
import { RunPreparer } from '../src/sync-pembayaran/run/run-preparer';
import { DispatchProcessor } from '../src/sync-pembayaran/queue/dispatch.processor';
import type { Feeder } from '../src/sync-pembayaran/queue/feeder';
import type { DispatchJob } from '../src/sync-pembayaran/run/sync.queues';
import { LedgerRepository } from '../src/sync-pembayaran/ledger/ledger.repository';
import { addSiswa, freshDatabase, scalar } from './database';
import { storesOn } from './stores';

/** Loses its connection in the middle of the preparation, as to a database that is restarted. */
class BreakingLedger extends LedgerRepository {
  breaks = true;

  constructor(private readonly database: DataSource) {
    super(database);
  }

  override async writePending(tx: Transaction, runId: string, scope: SyncScopeDto): Promise<boolean> {
    const rows = await super.writePending(tx, runId, scope);
    if (!this.breaks) return rows;
    const [own] = await tx.query<{ id: string }[]>('SELECT CONNECTION_ID() AS id');
    const waiting = tx.query('SELECT SLEEP(30)');
    await Promise.all([waiting, this.database.query(`KILL ${own!.id}`)]);
    return rows;
  }
}

describe('preparing a run', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    await addSiswa(dataSource, 5);
  });
  afterAll(() => dataSource.destroy());

  it('is begun anew when the connection breaks, and the run does not fail for it', async () => {
    const { runs, moves, events } = storesOn(dataSource);
    const ledger = new BreakingLedger(dataSource);
    const feeder = { feed: () => Promise.resolve() } as unknown as Feeder;
    const preparer = new RunPreparer(dataSource, moves, ledger, events);
    const trouble = {} as DatabaseTrouble;
    const ender = new RunEnder(runs, moves, events);
    const processor = new DispatchProcessor(runs, moves, events, preparer, ender, feeder, trouble);
    const run = await runs.createActive({ scope: {}, startedBy: 'Uji' });
    const job = { data: { runId: run!.id } } as Job<DispatchJob>;

    await expect(processor.process(job)).rejects.toThrow();
    expect(await runs.find(run!.id)).toMatchObject({ status: 'preparing', total: 0 });
    expect(await scalar(dataSource, 'SELECT COUNT(*) FROM sync_run_siswa')).toBe('0');

    ledger.breaks = false;
    await processor.process(job);
    expect(await runs.find(run!.id)).toMatchObject({ status: 'running', total: 5 });
  });
});
