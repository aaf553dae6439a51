import type { SiswaPageDto, SyncProgressDto } from '@bantubayar/shared';
import { ended, endRuns, promises } from '../support/run-promises';
import { Stack } from '../support/stack';

const STUDENTS = 400;
const SYNC = '/admin/sync-pembayaran';
/** Jobs that take longer than 5 s are handed back; these do not. */
const STOPS_WITHIN_MS = 4_000;

describe('a run over HTTP', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('run', { students: STUDENTS, latencyMs: 20, workers: 2 });
  });
  afterAll(() => stack.stop());
  afterEach(() => endRuns(stack));

  it('fetches and stores everybody, and a second run finds nothing changed', async () => {
    expect(await stack.client.progress()).toMatchObject({ runId: null, status: 'idle', total: 0 });
    const started = await stack.client.start();
    expect(started).toMatchObject({ status: 202, body: { isRunning: true, startedBy: 'Admin' } });
    const first = await stack.client.progressUntil(ended, promises());
    expect(first).toMatchObject({ status: 'completed', total: STUDENTS, updated: STUDENTS, percent: 100 });
    const stored = await stack.query<{ n: number }>(
      'SELECT COUNT(*) AS n FROM siswa WHERE JSON_VALID(pembayaran) AND fetched_at IS NOT NULL',
    );
    expect(stored[0]!.n).toBe(STUDENTS);

    const [before] = await stack.query('SELECT MAX(changed_at) AS at FROM siswa');
    await stack.client.start();
    const second = await stack.client.progressUntil(
      (progress) => progress.runId !== first.runId && ended(progress),
      promises(),
    );
    expect(second).toMatchObject({ status: 'completed', unchanged: STUDENTS, updated: 0 });
    expect(await stack.query('SELECT MAX(changed_at) AS at FROM siswa')).toEqual([before]);
    expect((await stack.stats()).mostAtOnce).toBeLessThanOrEqual(100);
  });

  it('refuses a second start, a reset while running, and a cancel when nothing runs', async () => {
    expect(await stack.client.post(`${SYNC}/cancel`)).toMatchObject({
      status: 409,
      body: { statusCode: 409, code: 'sync_not_running' },
    });
    await stack.faults({ latencyMs: 200 });
    const { body: run } = await stack.client.start();
    expect(await stack.client.start()).toMatchObject({
      status: 409,
      body: { code: 'sync_already_running', details: { run: { runId: run.runId, startedBy: 'Admin' } } },
    });
    expect(await stack.client.post(`${SYNC}/reset`)).toMatchObject({
      status: 409,
      body: { code: 'sync_running' },
    });
    expect(await stack.client.start({ scope: { lembaga: 'Tidak Ada' } })).toMatchObject({
      status: 422,
      body: { code: 'no_students' },
    });
  });

  it('queues a start that waits, and begins it by itself', async () => {
    await stack.faults({ latencyMs: 100 });
    const { body: first } = await stack.client.start();
    const queued = await stack.client.start({ queue: true });
    expect(queued).toMatchObject({ status: 202, body: { status: 'queued', isRunning: false } });
    expect(queued.body.runId).not.toBe(first.runId);
    const end = await stack.client.progressUntil(
      (progress) => progress.runId === queued.body.runId && ended(progress),
      promises(),
    );
    expect(end.status).toBe('completed');
  });

  it('cancels for good: nothing is asked or written after it, and a new start counts from zero', async () => {
    await stack.faults({ latencyMs: 150, changedShare: 1, changeSeed: 9 });
    const { body: run } = await stack.client.start();
    await stack.client.progressUntil(({ processed }) => processed > 50);
    const answer = await stack.client.post<SyncProgressDto>(`${SYNC}/cancel`);
    expect(answer.status).toBe(200);
    expect(['cancelling', 'cancelled']).toContain(answer.body.status);
    await stack.client.progressUntil(({ status }) => status === 'cancelled');
    const rows = 'SELECT idperson, content_hash, fetched_at FROM siswa ORDER BY idperson';
    const frozen = await stack.query(rows);
    // A second after the answer the last request has begun; from then on the count must stand still.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const { requests } = await stack.stats();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await stack.stats()).requests).toBe(requests);
    expect(await stack.query(rows)).toEqual(frozen);

    const ledger = await stack.query<{ outcome: string; n: number }>(
      'SELECT outcome, COUNT(*) AS n FROM sync_run_siswa WHERE run_id = ? GROUP BY outcome',
      [run.runId],
    );
    const outcomes = ledger.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(expect.arrayContaining(['not_run', 'updated']));
    // Who has no bills cannot have paid more.
    expect(outcomes.filter((outcome) => !['not_run', 'updated', 'unchanged'].includes(outcome))).toEqual([]);
    expect(ledger.reduce((sum, { n }) => sum + n, 0)).toBe(STUDENTS);

    await stack.faults({});
    const { body: next } = await stack.client.start();
    expect(next).toMatchObject({ processed: 0, percent: 0 });
    const end = await stack.client.progressUntil((now) => now.runId === next.runId && ended(now), promises());
    expect(end).toMatchObject({ status: 'completed', processed: STUDENTS });
  });

  it('pauses and resumes without counting anybody twice', async () => {
    await stack.faults({ latencyMs: 100 });
    expect(await stack.client.post(`${SYNC}/pause`)).toMatchObject({ status: 409 });
    await stack.client.start();
    await stack.client.progressUntil(({ processed }) => processed > 20);
    expect(await stack.client.post(`${SYNC}/pause`)).toMatchObject({
      status: 200,
      body: { status: 'paused', isRunning: true, pauseCode: 'operator', etaSeconds: null },
    });
    expect(await stack.client.post(`${SYNC}/resume`)).toMatchObject({
      status: 200,
      body: { status: 'running' },
    });
    expect(await stack.client.post(`${SYNC}/resume`)).toMatchObject({
      status: 409,
      body: { code: 'sync_not_paused' },
    });
    expect(await stack.client.progressUntil(ended, promises())).toMatchObject({
      status: 'completed',
      processed: STUDENTS,
    });
  });

  it('goes on by itself where a worker is told to stop, which does so at once, also while it has nothing to do', async () => {
    const stop = async () => {
      const told = performance.now();
      await stack.workers.pop()!.end();
      expect(performance.now() - told).toBeLessThan(STOPS_WITHIN_MS);
      await stack.workersAlive(1);
      stack.startWorker();
      await stack.workersAlive(2);
    };
    await stop();
    await stack.faults({ latencyMs: 200 });
    await stack.client.start();
    await stack.client.progressUntil(({ processed }) => processed > 20);
    await stop();
    await stack.faults({});
    expect(await stack.client.progressUntil(ended, promises())).toMatchObject({
      status: 'completed',
      processed: STUDENTS,
    });
  });

  it('is cancelled whenever that is asked for, also in the instant after the start', async () => {
    for (let round = 0; round < 20; round++) {
      const { body: run } = await stack.client.start();
      const cancelled = await stack.client.post<SyncProgressDto>(`${SYNC}/cancel`);
      expect(cancelled.status).toBe(200);
      const end = await stack.client.progressUntil((now) => now.runId === run.runId && ended(now));
      expect(end.status).toBe('cancelled');
    }
  });

  it('tries again what may pass, and spends no more tries than it should', async () => {
    await stack.faults({ error500: 0.2, firstRequests: 2 });
    await stack.resetStats();
    await stack.client.start();
    expect(await stack.client.progressUntil(ended, promises())).toMatchObject({
      status: 'completed',
      failed: 0,
    });
    const { byStudent } = await stack.stats();
    expect(Math.max(...Object.values(byStudent))).toBeLessThanOrEqual(4);
  });

  it('answers only newer log lines after an id, and 304 when nothing changed', async () => {
    await stack.client.start({ scope: { idperson: [await anyIdperson(stack)] } });
    const { log } = await stack.client.progressUntil(ended);
    const path = `${SYNC}/progress?after=${log.at(-2)!.id}`;
    const answer = await stack.client.get<SyncProgressDto>(path);
    expect(answer.body.log.map(({ id }) => id)).toEqual([log.at(-1)!.id]);
    const again = await stack.client.get(path, { 'If-None-Match': answer.headers.get('etag')! });
    expect(again.status).toBe(304);
  });

  it('repeats the first answer for the same Idempotency-Key', async () => {
    const key = { 'Idempotency-Key': 'kunci-1' };
    const body = { scope: { idperson: [await anyIdperson(stack)] } };
    const first = await stack.client.post<SyncProgressDto>(`${SYNC}/start`, body, key);
    const again = await stack.client.post<SyncProgressDto>(`${SYNC}/start`, body, key);
    expect([again.status, again.body.runId]).toEqual([202, first.body.runId]);
    expect(await stack.client.post(`${SYNC}/start`, {}, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
    await stack.client.progressUntil(ended);
  });
});

async function anyIdperson(stack: Stack): Promise<string> {
  const { body } = await stack.client.get<SiswaPageDto>('/admin/siswa?limit=1');
  return body.items[0]!.idperson;
}
