import { ACTIVE_STATUSES, isEnded, type SyncProgressDto } from '@bantubayar/shared';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { errnoOf } from '../src/database/transaction';
import { addSiswa, freshDatabase, scalar } from './database';
import { type Deed, DEEDS, ORDERS, RunMachine } from './run-machine';

const SISWA = 12;
const SEED = 20_261_122;
const DEADLOCK = 1213;

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...DEEDS) }, fc.constantFrom(...ORDERS)),
  worker: fc.nat({ max: 2 }),
  count: fc.integer({ min: 1, max: SISWA }),
  dibayar: fc.nat({ max: 3 }),
  dies: fc.boolean(),
});
/** What several processes do in the same instant. */
const instant = fc.array(deed, { minLength: 1, maxLength: 3 });
const story = fc.array(instant, { minLength: 8, maxLength: 24 });

describe('whatever happens to runs in whatever order', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    await addSiswa(dataSource, SISWA);
  });
  afterAll(() => dataSource.destroy());

  async function forget(): Promise<void> {
    for (const table of ['sync_run_siswa', 'sync_run_event', 'sync_run'])
      await dataSource.query(`DELETE FROM ${table}`);
  }

  async function ledgerOf(runId: string): Promise<Record<string, number>> {
    const rows = await dataSource.query<{ outcome: string; n: string }[]>(
      'SELECT outcome, COUNT(*) AS n FROM sync_run_siswa WHERE run_id = ? GROUP BY outcome',
      [runId],
    );
    return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, Number(n)]));
  }

  const storedPayments = () =>
    scalar<string>(
      dataSource,
      `SELECT CONCAT_WS('/', SUM(dibayar), SUM(CRC32(pembayaran)), MAX(fetched_at)) FROM siswa`,
    );

  async function checkLook(now: SyncProgressDto, before: Map<string, SyncProgressDto>): Promise<void> {
    const { runId, total, processed, successCount, failed, updated, unchanged, skipped, percent } = now;
    expect(processed).toBe(successCount + failed + skipped);
    expect(successCount).toBe(updated + unchanged);
    expect(percent).toBe(total === 0 ? 0 : Math.floor((processed * 1000) / total) / 10);
    if (runId === null) return;
    const ledger = await ledgerOf(runId);
    expect({ updated, unchanged, failed, skipped }).toEqual({
      updated: ledger['updated'] ?? 0,
      unchanged: ledger['unchanged'] ?? 0,
      failed: ledger['failed'] ?? 0,
      skipped: 0,
    });
    const earlier = before.get(runId);
    before.set(runId, now);
    if (!earlier) return;
    expect(processed).toBeGreaterThanOrEqual(earlier.processed);
    if (earlier.total > 0) expect(total).toBe(earlier.total);
    if (isEnded(earlier.status)) expect(now.status).toBe(earlier.status);
  }

  /** From the first look that shows a run cancelled or ended, it writes nothing. */
  async function checkQuiet(now: SyncProgressDto, atEnd: Map<string, string>): Promise<void> {
    if (now.runId === null || !(now.status === 'cancelling' || isEnded(now.status))) return;
    const stored = `${now.processed}/${await storedPayments()}`;
    expect(stored).toBe(atEnd.get(now.runId) ?? stored);
    atEnd.set(now.runId, stored);
  }

  async function checkEnds(): Promise<void> {
    const runs = await dataSource.query<{ id: string; status: string; total: number; processed: string }[]>(
      'SELECT id, status, total, updated + unchanged + failed + skipped AS processed FROM sync_run',
    );
    for (const { id, status, total, processed } of runs) {
      const { pending = 0, not_run = 0, ...ended } = await ledgerOf(id);
      const counted = Object.values(ended).reduce((sum, n) => sum + n, 0);
      expect([pending, counted + not_run, counted]).toEqual([0, total, Number(processed)]);
      if (status === 'cancelled') expect([0, SISWA]).toContain(total);
      else expect([total, Number(processed), not_run]).toEqual([SISWA, SISWA, 0]);
      expect(isEnded(status as never)).toBe(true);
    }
  }

  it('keeps every promise of the progress object, and counts everybody once', async () => {
    await fc.assert(
      fc
        .asyncProperty(story, async (instants) => {
          const machine = new RunMachine(dataSource);
          const looks = new Map<string, SyncProgressDto>();
          const atEnd = new Map<string, string>();
          await machine.do({ what: 'start', worker: 0, count: 1, dibayar: 0, dies: false });
          for (const deeds of instants) {
            await Promise.all(deeds.map((each) => machine.do(each).catch(unlessVictim)));
            const now = await machine.look();
            await checkLook(now, looks);
            await checkQuiet(now, atEnd);
            const active = 'SELECT COUNT(*) FROM sync_run WHERE status IN (?)';
            expect(Number(await scalar(dataSource, active, [ACTIVE_STATUSES]))).toBeLessThanOrEqual(1);
          }
          await machine.bringToEnd();
          await checkLook(await machine.look(), looks);
          await checkEnds();
        })
        .beforeEach(forget),
      { seed: SEED, numRuns: 30, endOnFailure: true },
    );
  }, 60_000);
});

/** A deadlock's victim did nothing; whoever it was does it again later. */
function unlessVictim(error: unknown): void {
  if (errnoOf(error) !== DEADLOCK) throw error;
}
