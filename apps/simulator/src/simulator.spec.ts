import { TROUBLES } from './faults';
import { studentAt } from './roster';
import { type RunningSimulator, startSimulator } from './simulator';

/** Answers are looked at as they come, right or wrong. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

const SEED = 1;
const idOf = (index: number) => studentAt(SEED, index).idperson;
let simulator: RunningSimulator;

beforeAll(async () => {
  simulator = await startSimulator({ students: 300, latencyMs: 0, seed: SEED });
});
afterAll(() => simulator.close());
afterEach(() => ask('/_faults', { method: 'DELETE' }));

const ask = (path: string, init?: RequestInit, patienceMs = 5000) =>
  fetch(simulator.url + path, { signal: AbortSignal.timeout(patienceMs), ...init });
const setFaults = (faults: object) => ask('/_faults', { method: 'PUT', body: JSON.stringify(faults) });
const payments = (index = 0, patienceMs?: number) => ask(`/payments/${idOf(index)}`, {}, patienceMs);
const dataOf = async (response: Response) => ((await response.json()) as { data: Loose[] }).data;

describe('the routes', () => {
  it('answer under any base path', async () => {
    expect(await dataOf(await ask('/sisda/v1/siswa'))).toHaveLength(300);
    const [full] = await dataOf(await ask(`/sisda/v1/payments/${idOf(0)}`));
    const [summary] = await dataOf(await ask(`/sisda/v1/payments/${idOf(0)}/summary`));
    expect(summary.periods[0].summary).toEqual(full.periods[0].summary);
    expect(summary.periods[0]).not.toHaveProperty('categories');
  });

  it('know no other student and no other path', async () => {
    expect((await ask('/payments/1')).status).toBe(404);
    expect((await ask('/elsewhere')).status).toBe(404);
    expect((await ask('/siswa', { method: 'POST' })).status).toBe(405);
  });

  it('need the token where there is one', async () => {
    const guarded = await startSimulator({ students: 1, latencyMs: 0, token: 'rahasia' });
    const status = async (headers: Record<string, string>) =>
      (await fetch(`${guarded.url}/siswa`, { headers })).status;
    expect(await status({})).toBe(401);
    expect(await status({ authorization: 'Bearer rahasia' })).toBe(200);
    await guarded.close();
  });
});

describe('each trouble', () => {
  const refused = async () => expect(payments(0, 300)).rejects.toThrow();
  const answers = (status: number) => async () => expect((await payments()).status).toBe(status);
  const broken = async () => {
    const response = await payments(0, 300);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  };
  const first = (check: (student: Loose) => void) => async () => check((await dataOf(await payments()))[0]);

  const checks: Record<(typeof TROUBLES)[number], () => Promise<unknown>> = {
    refuse: refused,
    timeout: refused,
    error500: answers(500),
    error503: answers(503),
    tooMany429: async () => {
      const response = await payments();
      expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2']);
    },
    unauthorized401: answers(401),
    forbidden403: answers(403),
    notFound404: answers(404),
    drip: broken,
    cutBody: broken,
    htmlPage: async () => expect(await (await payments()).text()).toContain('<html>'),
    statusFalse: async () => expect(await (await payments()).json()).toMatchObject({ status: false }),
    hugeBody: async () => expect((await (await payments()).text()).length).toBeGreaterThan(5 * 1024 * 1024),
    hugeGzip: async () => {
      const response = await payments();
      expect(Number(response.headers.get('content-length'))).toBeLessThan(100_000);
      expect((await response.text()).length).toBeGreaterThan(5 * 1024 * 1024);
    },
    emptyData: async () => expect(await dataOf(await payments())).toEqual([]),
    missingPeriods: first((student) => expect(student).not.toHaveProperty('periods')),
    nullPeriods: first((student) => expect(student.periods).toBeNull()),
    fewerPeriods: first((student) => expect(student.periods).toHaveLength(wholePeriods - 1)),
    duplicatePeriod: first((student) => expect(student.periods).toHaveLength(wholePeriods + 1)),
    nullCategories: first((student) => expect(student.periods[0].categories).toBeNull()),
    extraFields: first((student) => expect(student).toHaveProperty('nested.versi')),
    unswappedNames: first(({ periods: [{ summary }] }) =>
      expect(summary.total_paid - summary.total_billed).toBe(summary.total_remaining),
    ),
    wrongStudent: first((student) => expect(String(student.idperson)).not.toBe(idOf(0))),
  };
  let wholePeriods: number;

  beforeAll(async () => {
    wholePeriods = (await dataOf(await payments()))[0].periods.length;
  });

  it('sends any text in the place of an answer', async () => {
    await setFaults({ bodies: { [idOf(0)]: '{"data":[1e400]}' } });
    expect(await (await payments()).text()).toBe('{"data":[1e400]}');
    await setFaults({});
    expect(await dataOf(await payments())).toHaveLength(1);
  });

  it.each(TROUBLES)('%s', async (trouble) => {
    await setFaults({ [trouble]: 1 });
    await checks[trouble]();
  });
});

describe('faults', () => {
  it('hit the same share of the students again and again', async () => {
    await setFaults({ error500: 0.3 });
    const round = async () =>
      Promise.all(Array.from({ length: 200 }, async (_, index) => (await payments(index)).status));
    const statuses = await round();
    const share = statuses.filter((status) => status === 500).length / 200;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
    expect(await round()).toEqual(statuses);
  });

  it('spare the retries when they are for the first requests only', async () => {
    await setFaults({ error503: 1, firstRequests: 2 });
    const statuses = [(await payments()).status, (await payments()).status, (await payments()).status];
    expect(statuses).toEqual([503, 503, 200]);
  });

  it('are drawn anew for each request when asked', async () => {
    await setFaults({ error500: 0.5, perRequest: true });
    const statuses = await Promise.all(Array.from({ length: 30 }, async () => (await payments()).status));
    expect(new Set(statuses)).toEqual(new Set([200, 500]));
  });

  it('keep to the students that are named', async () => {
    await setFaults({ error500: 1, onlyIdpersons: [Number(idOf(1))] });
    expect([(await payments(0)).status, (await payments(1)).status]).toEqual([200, 500]);
  });

  it.each([
    ['refuse', null],
    ['hang', null],
    ['500', 500],
  ])('make a total outage (%s)', async (outageMode, status) => {
    await setFaults({ outage: true, outageMode });
    const answer = await ask('/siswa', {}, 300).then(
      (response) => response.status,
      () => null,
    );
    expect(answer).toBe(status);
  });

  it('change what students have paid', async () => {
    const [before] = await dataOf(await payments());
    await setFaults({ changedShare: 1 });
    const [after] = await dataOf(await payments());
    expect(after).not.toEqual(before);
  });

  it('spoil the roster', async () => {
    await setFaults({ rosterMode: 'empty' });
    expect(await dataOf(await ask('/siswa'))).toEqual([]);
    await setFaults({ rosterMode: 'shrunken' });
    expect(await dataOf(await ask('/siswa'))).toHaveLength(150);
    await setFaults({ rosterMode: 'html' });
    expect(await (await ask('/siswa')).text()).toContain('<html>');
    await setFaults({ rosterMode: 'error' });
    expect((await ask('/siswa')).status).toBe(500);
    await setFaults({ rosterDropIdpersons: [idOf(0)] });
    expect(await dataOf(await ask('/siswa'))).toHaveLength(299);
  });

  it('set the latency and pack the answers', async () => {
    await setFaults({ latencyMs: 80, gzip: true });
    const begun = performance.now();
    const response = await payments();
    expect(performance.now() - begun).toBeGreaterThan(75);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await dataOf(response)).toHaveLength(1);
  });

  it.each([
    [{ eror500: 1 }, 'eror500 is not a fault'],
    [{ error500: 2 }, 'error500: given 2, allowed a number from 0 to 1'],
    [{ rosterMode: 'odd' }, 'rosterMode: given "odd", allowed one of normal, empty'],
    [[], 'the body must be an object'],
  ])('refuse %j', async (faults, message) => {
    const response = await setFaults(faults);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { message: string }).message).toContain(message);
  });
});

it('collapses above so many at once, and bears as many', async () => {
  await setFaults({ collapseAbove: 3, latencyMs: 30 });
  const statuses = async (n: number) =>
    (await Promise.all(Array.from({ length: n }, () => payments(0)))).map(({ status }) => status);
  expect(await statuses(3)).toEqual([200, 200, 200]);
  expect((await statuses(6)).filter((status) => status === 503)).toHaveLength(3);
});

describe('the statistics', () => {
  const statsNow = async () => (await (await ask('/_stats?students=1')).json()) as Loose;

  it('count by route, status, second and student', async () => {
    await ask('/_stats', { method: 'DELETE' });
    await setFaults({ latencyMs: 30 });
    await Promise.all([payments(0), payments(0), payments(1), ask('/payments/1')]);
    const stats = await statsNow();
    expect(stats).toMatchObject({
      requests: 4,
      mostAtOnce: 4,
      inFlight: 0,
      byRoute: { payments: 4 },
      byStatus: { 200: 3, 404: 1 },
      byStudent: { [idOf(0)]: 2, [idOf(1)]: 1 },
    });
    const seconds = Object.values<number>(stats.bySecond);
    expect(seconds.reduce((sum, count) => sum + count)).toBe(4);
    expect(Date.now() - Date.parse(stats.lastRequestAt)).toBeLessThan(5000);
  });
});
