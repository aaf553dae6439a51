import type { Job } from 'bull';
import type { DataSource } from 'typeorm';
import { errorOfStatus, PaymentSourceError } from '../src/sisda/payment-source.errors';
import type { OutageDetector } from '../src/sync-pembayaran/queue/outage-detector';
import type { RunGate, RunPermit } from '../src/sync-pembayaran/queue/run-gate';
import { RunPauser } from '../src/sync-pembayaran/queue/run-pauser';
import type { SiswaJob } from '../src/sync-pembayaran/run/sync.queues';
import { addSiswa, freshDatabase } from './database';
import { storesOn } from './stores';

const TRIES = 3;

describe('what pauses a run', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;
  let gate: { close: jest.Mock; reopen: jest.Mock };
  let isOutage: jest.Mock<Promise<boolean>, [string, boolean]>;
  let pauser: RunPauser;
  let runId: string;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
    await addSiswa(dataSource, 3);
  });
  afterAll(() => dataSource.destroy());
  beforeEach(async () => {
    await dataSource.query('DELETE FROM sync_run');
    gate = { close: jest.fn(), reopen: jest.fn() };
    isOutage = jest.fn(async (_idperson: string, _isLast: boolean) => false);
    pauser = new RunPauser(
      stores.runs,
      stores.moves,
      stores.events,
      { isOutage } as unknown as OutageDetector,
      gate as unknown as RunGate,
    );
    runId = (await stores.runningRun()).id;
  });
  afterEach(() => jest.restoreAllMocks());

  const job = (attemptsMade = 0) =>
    ({ data: { runId, idperson: '1' }, attemptsMade, opts: { attempts: TRIES } }) as Job<SiswaJob>;
  const permit = (resumes = 0) => ({ resumes }) as RunPermit;
  const run = async () => (await stores.runs.find(runId))!;
  const pauses = async () =>
    (await stores.events.linesOf(runId)).filter(({ code }) => code === 'run_paused').length;
  const rejected = () => new PaymentSourceError('credentials_rejected');
  const broken = () => errorOfStatus(503);

  it('refused credentials do, at once and until somebody resumes; said once, however many requests saw it', async () => {
    const seen = await Promise.all([1, 2, 3].map(() => pauser.pausesRun(job(), permit(), rejected())));
    expect(seen).toEqual([true, true, true]);
    expect(gate.close).toHaveBeenCalledWith(runId, 0);
    expect(await run()).toMatchObject({ status: 'paused', pauseCode: 'credentials', resumeAt: null });
    expect(await pauses()).toBe(1);
  });

  it('a refusal of a request that began before the run was resumed does not pause it again', async () => {
    await stores.moves.markAsPausedByOperator(runId, 'Uji');
    await stores.moves.markAsResumed(runId);
    expect(await pauser.pausesRun(job(), permit(0), rejected())).toBe(true);
    expect(await run()).toMatchObject({ status: 'running' });
    expect(gate.close).toHaveBeenCalledWith(runId, 0);
  });

  it('an outage does, and resumes by itself', async () => {
    isOutage.mockResolvedValue(true);
    expect(await pauser.pausesRun(job(), permit(), broken())).toBe(true);
    const { status, pauseCode, resumeAt } = await run();
    expect([status, pauseCode]).toEqual(['paused', 'outage']);
    expect(resumeAt).toBeInstanceOf(Date);
  });

  it.each([
    ['two seconds where it does not say how long it takes', undefined, 2_000],
    ['as long as it asks to be', '90', 90_000],
    ['two seconds where it asks for less', '1', 2_000],
  ])('an outage is left alone for %s', async (_, retryAfter, waitMs) => {
    isOutage.mockResolvedValue(true);
    const markAsPaused = jest.spyOn(stores.moves, 'markAsPaused');
    await pauser.pausesRun(job(), permit(), errorOfStatus(503, retryAfter));
    expect(markAsPaused).toHaveBeenCalledWith(runId, 0, 'outage', expect.any(String), waitMs);
  });

  it("a student's own failure does not: it is tried again, and looked into before it is final", async () => {
    expect(await pauser.pausesRun(job(0), permit(), broken())).toBe(false);
    expect(isOutage).toHaveBeenLastCalledWith('1', false);
    expect(await pauser.pausesRun(job(TRIES - 1), permit(), broken())).toBe(false);
    expect(isOutage).toHaveBeenLastCalledWith('1', true);
    expect(await run()).toMatchObject({ status: 'running' });
    expect(gate.close).not.toHaveBeenCalled();
  });

  it('what no outage explains is not even looked into', async () => {
    expect(await pauser.pausesRun(job(), permit(), new PaymentSourceError('no_periods'))).toBe(false);
    expect(isOutage).not.toHaveBeenCalled();
  });

  it('a last try that failed while the run was paused meanwhile is the pause’s, not the student’s', async () => {
    isOutage.mockImplementation(async () => {
      await stores.moves.markAsPaused(runId, 0, 'outage', 'Uji', 0);
      await stores.moves.markAsResumed(runId);
      return false;
    });
    expect(await pauser.pausesRun(job(TRIES - 1), permit(), broken())).toBe(true);
    expect(await run()).toMatchObject({ status: 'running', resumes: 1 });
  });

  it('nor where the run is still paused', async () => {
    isOutage.mockImplementation(async () => {
      await stores.moves.markAsPaused(runId, 0, 'outage', 'Uji', null);
      return false;
    });
    expect(await pauser.pausesRun(job(TRIES - 1), permit(), broken())).toBe(true);
    expect(await run()).toMatchObject({ status: 'paused', resumes: 0 });
  });

  it('opens the gate again where the pause cannot be written: nobody would ever resume it', async () => {
    jest.spyOn(stores.moves, 'markAsPaused').mockRejectedValue(new Error('away'));
    await expect(pauser.pausesRun(job(), permit(), rejected())).rejects.toThrow('away');
    expect(gate.reopen).toHaveBeenCalledWith(runId, 0);
  });
});
