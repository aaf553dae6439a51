import { toProgress } from './progress.presenter';
import { SyncRunEntity } from './sync-run.entity';

const now = new Date('2026-11-22T12:00:10Z');
const around = { workers: { alive: 2, now, pace: { atOnce: 32, latencyMs: 110 } } };

const run = (fields: Partial<SyncRunEntity>): SyncRunEntity =>
  Object.assign(new SyncRunEntity(), {
    id: '7',
    status: 'running',
    total: 1000,
    updated: 100,
    unchanged: 50,
    failed: 30,
    skipped: 20,
    startedBy: 'Admin',
    windowFromAt: new Date('2026-11-22T12:00:00Z'),
    windowFromProcessed: 100,
    ...fields,
  });

describe('the progress object', () => {
  it('is idle without a run', () => {
    expect(toProgress(null, [], around)).toMatchObject({
      runId: null,
      status: 'idle',
      isRunning: false,
      total: 0,
      percent: 0,
      activeWorkers: 2,
      atOnce: null,
      latencyMs: null,
      log: [],
    });
  });

  it('adds up, and tells rate and remaining time from the last seconds', () => {
    expect(toProgress(run({}), [], around)).toMatchObject({
      runId: '7',
      isRunning: true,
      processed: 200,
      successCount: 150,
      percent: 20,
      ratePerSecond: 10,
      etaSeconds: 80,
    });
  });

  it('floors percent and has 100 only when everybody has ended', () => {
    expect(toProgress(run({ total: 100_000, updated: 99_949, unchanged: 0 }), [], around).percent).toBe(99.9);
    expect(toProgress(run({ total: 200, status: 'partial' }), [], around).percent).toBe(100);
  });

  it('tells no remaining time while paused, too early, or when nothing moves', () => {
    expect(toProgress(run({ status: 'paused' }), [], around)).toMatchObject({
      ratePerSecond: null,
      etaSeconds: null,
    });
    expect(
      toProgress(run({ windowFromAt: new Date(now.getTime() - 500) }), [], around).ratePerSecond,
    ).toBeNull();
    const stalled = toProgress(run({ windowFromProcessed: 200 }), [], around);
    expect(stalled).toMatchObject({ ratePerSecond: 0, etaSeconds: null });
  });

  it('is paused where the database cannot say so itself', () => {
    const refused = { ...around, refusal: 'Database hanya boleh dibaca' };
    expect(toProgress(run({}), [], refused)).toMatchObject({
      status: 'paused',
      isRunning: true,
      pauseCode: 'database_refuses',
      pauseReason: 'Database hanya boleh dibaca',
      ratePerSecond: null,
    });
    expect(toProgress(run({ status: 'cancelling' }), [], refused).status).toBe('cancelling');
  });

  it('tells who waits for another try, and until when', () => {
    const waits = { siswa: 3, from: now, until: new Date('2026-11-22T12:04:00Z') };
    expect(toProgress(run({}), [], { ...around, waits })).toMatchObject({
      waitingSiswa: 3,
      waitingUntil: '2026-11-22T12:04:00.000Z',
    });
    expect(toProgress(run({}), [], around)).toMatchObject({ waitingSiswa: 0, waitingUntil: null });
  });

  it('tells how fast the payment service is asked, while it is asked', () => {
    expect(toProgress(run({}), [], around)).toMatchObject({ atOnce: 32, latencyMs: 110 });
    expect(toProgress(run({ status: 'paused' }), [], around)).toMatchObject({
      atOnce: null,
      latencyMs: null,
    });
    const quiet = { workers: { ...around.workers, pace: null } };
    expect(toProgress(run({}), [], quiet)).toMatchObject({ atOnce: null, latencyMs: null });
  });
});
