import type { SyncProgressDto, LedgerPageDto } from '@bantubayar/shared';
import { Stack } from '../support/stack';

const STUDENTS = 300;
const SYNC = '/admin/sync-pembayaran';

describe('an upstream in trouble', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('trouble', {
      students: STUDENTS,
      latencyMs: 20,
      env: { SYNC_TIMEOUT_MS: '3000' },
    });
    await stack.client.start();
    await stack.client.progressUntil(ended);
  });
  afterAll(() => stack.stop());
  beforeEach(() => stack.resetStats());
  afterEach(async () => {
    await stack.faults({});
    await stack.client.post(`${SYNC}/cancel`);
    await stack.client.progressUntil(ended);
  });

  const ended = ({ isRunning }: SyncProgressDto) => !isRunning;
  const everybody = { processed: STUDENTS, successCount: STUDENTS, failed: 0 };
  const failedOf = async (runId: string | null) =>
    (await stack.client.get<LedgerPageDto>(`${SYNC}/runs/${runId}/siswa?outcome=failed&limit=500`)).body
      .items;

  it.each(['unauthorized401', 'forbidden403'])(
    'that refuses the credentials (%s) pauses the run at once',
    async (fault) => {
      await stack.faults({ [fault]: 1 });
      await stack.client.start();
      const paused = await stack.client.progressUntil(({ status }) => status === 'paused');
      expect(paused).toMatchObject({ pauseCode: 'credentials', resumeAt: null, isRunning: true, failed: 0 });
      expect(paused.pauseReason).toMatch(/kredensial ditolak/i);
      // No more than were in flight when the first refusal came.
      expect((await stack.stats()).requests).toBeLessThanOrEqual(60);
      await stack.faults({});
      expect((await stack.client.post(`${SYNC}/resume`)).status).toBe(200);
      expect(await stack.client.progressUntil(ended)).toMatchObject({ status: 'completed', ...everybody });
    },
  );

  it('that is out of order, and then refuses our credentials, pauses the run for these', async () => {
    await stack.faults({ latencyMs: 150 });
    await stack.client.start();
    await stack.client.progressUntil(({ processed }) => processed > 40);
    await stack.faults({ outage: true, outageMode: '500' });
    await stack.client.progressUntil(({ pauseCode }) => pauseCode === 'outage');
    await stack.faults({ unauthorized401: 1 });
    const refused = await stack.client.progressUntil(({ pauseCode }) => pauseCode === 'credentials');
    expect(refused).toMatchObject({ status: 'paused', failed: 0, resumeAt: null });
    await stack.faults({});
    await stack.client.post(`${SYNC}/resume`);
    expect(await stack.client.progressUntil(ended)).toMatchObject({ status: 'completed', ...everybody });
  });

  it.each(['refuse', 'hang'])(
    'that is out of order (%s) pauses the run, which resumes by itself',
    async (outageMode) => {
      await stack.faults({ latencyMs: 150 });
      await stack.client.start();
      await stack.client.progressUntil(({ processed }) => processed > 40);
      await stack.faults({ outage: true, outageMode });
      const paused = await stack.client.progressUntil(({ status }) => status === 'paused');
      expect(paused).toMatchObject({ pauseCode: 'outage', failed: 0, resumeAt: expect.any(String) });
      await stack.faults({});
      const end = await stack.client.progressUntil(ended);
      expect(end).toMatchObject({ status: 'completed', ...everybody });
      expect(end.log.map(({ code }) => code)).toEqual(expect.arrayContaining(['run_paused', 'run_resumed']));
    },
  );

  it('that tells the last students to wait a day pauses the run, says so, and asks them as soon as it is resumed', async () => {
    const rows = await stack.query<{ idperson: number }>(
      'SELECT idperson FROM siswa ORDER BY idperson LIMIT 2',
    );
    const onlyIdpersons = rows.map(({ idperson }) => idperson);
    await stack.faults({ tooMany429: 1, retryAfterSeconds: 86_400, onlyIdpersons });
    await stack.client.start();
    const waiting = await stack.client.progressUntil(({ status }) => status === 'paused');
    expect(waiting).toMatchObject({
      pauseCode: 'outage',
      pauseReason: expect.stringContaining('meminta jeda untuk 2 siswa'),
      processed: STUDENTS - 2,
      waitingSiswa: 2,
      waitingUntil: expect.any(String),
    });
    const tenMinutes = Date.now() + 600_000;
    expect(Date.parse(waiting.waitingUntil!)).toBeLessThanOrEqual(tenMinutes + 1_000);
    await stack.faults({});
    await stack.client.post(`${SYNC}/resume`);
    expect(await stack.client.progressUntil(ended)).toMatchObject({ status: 'completed', ...everybody });
  });

  it('that fails for some students only is no outage, also when they are the last ones left', async () => {
    const ids = await stack.query<{ idperson: string }>(
      'SELECT idperson FROM siswa ORDER BY idperson DESC LIMIT 30',
    );
    await stack.faults({ error500: 1, onlyIdpersons: ids.map(({ idperson }) => Number(idperson)) });
    const { body: run } = await stack.client.start();
    const seen = new Set<string>();
    const end = await stack.client.progressUntil(ended, ({ status }) => seen.add(status));
    expect(end).toMatchObject({ status: 'partial', processed: STUDENTS, failed: 30 });
    expect([...seen]).not.toContain('paused');
    const failed = await failedOf(run.runId);
    expect(failed).toHaveLength(30);
    for (const row of failed)
      expect(row).toMatchObject({ reason: 'server_error', httpStatus: 500, attempts: 3 });
  });

  it.each([
    ['notFound404', 'not_found', 1],
    ['htmlPage', 'not_json', 1],
    ['statusFalse', 'upstream_refused', 1],
    ['missingPeriods', 'no_periods', 1],
    ['wrongStudent', 'wrong_student', 1],
    ['hugeGzip', 'too_large', 1],
    ['cutBody', 'connection_cut', 3],
    ['drip', 'timeout', 3],
  ])(
    'fails a student for %s as %s after %i tries and leaves what is stored',
    async (fault, reason, attempts) => {
      const sql = 'SELECT idperson, content_hash FROM siswa ORDER BY idperson LIMIT 3';
      const before = await stack.query<{ idperson: string }>(sql);
      await stack.faults({ [fault]: 1, onlyIdpersons: before.map(({ idperson }) => Number(idperson)) });
      const { body: run } = await stack.client.start();
      expect(await stack.client.progressUntil(ended)).toMatchObject({ status: 'partial', failed: 3 });
      const failed = await failedOf(run.runId);
      expect(failed.map((row) => [row.reason, row.attempts])).toEqual(Array(3).fill([reason, attempts]));
      expect(await stack.query(sql)).toEqual(before);
    },
  );
});

describe('a rate limit', () => {
  it('holds over several workers', async () => {
    const stack = await Stack.start('rate', { students: 120, workers: 3, env: { SYNC_RATE_LIMIT: '40' } });
    try {
      await stack.resetStats();
      const since = performance.now();
      await stack.client.start();
      expect(await stack.client.progressUntil(({ isRunning }) => !isRunning)).toMatchObject({
        status: 'completed',
      });
      expect((performance.now() - since) / 1000).toBeGreaterThan((119 / 40) * 0.95);
      // Over two seconds, since on a busy machine each worker, and the simulator, may be late by two requests or so.
      const { bySecond } = await stack.stats();
      const inTwo = Object.values(bySecond).map((asked, n, all) => asked + (all[n + 1] ?? 0));
      expect(Math.max(...inTwo)).toBeLessThanOrEqual(2 * 44);
    } finally {
      await stack.stop();
    }
  });
});
