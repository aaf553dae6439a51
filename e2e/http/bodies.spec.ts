import { gzipSync } from 'node:zlib';
import type {
  ApiErrorDto,
  Page,
  SavedScheduleDto,
  SyncProgressDto,
  SyncRunDto,
  UserDto,
} from '@bantubayar/shared';
import { type ApiClient } from '../support/client';
import { Stack } from '../support/stack';

const SYNC = '/admin/sync-pembayaran';
/** Attempts to sign in that the throttle looks into from one address in ten minutes. */
const GUESSES_OF_AN_ADDRESS = 50;
const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('what a request brings along', () => {
  let stack: Stack;
  let admin: ApiClient;

  beforeAll(async () => {
    stack = await Stack.start('bodies', { students: 5, workers: 0 });
    admin = stack.client;
    expect((await admin.post('/admin/siswa/sync', {})).status).toBe(200);
  });
  afterAll(() => stack.stop());

  const raw = (method: string, path: string, body?: string | Uint8Array<ArrayBuffer>, headers = {}) =>
    admin.sendRaw<ApiErrorDto>(method, path, body, headers);
  const runs = async () => (await admin.get<Page<SyncRunDto>>(`${SYNC}/runs`)).body.items.length;

  it.each([
    ['a form', 'application/x-www-form-urlencoded', '{"scope":{"idperson":["255047"]}}'],
    ['text', 'text/plain', '{}'],
    ['JSON in another encoding', 'application/json; charset=utf-16', '{}'],
    ['a type that only looks like it', 'application/jsonp', '{}'],
  ])('%s starts nobody: 415', async (_, type, body) => {
    for (const path of [`${SYNC}/start`, `${SYNC}/reset`, '/auth/logout']) {
      expect(await raw('POST', path, body, { 'Content-Type': type })).toMatchObject({
        status: 415,
        body: { code: 'unsupported_media_type', details: { given: type } },
      });
    }
    expect(await runs()).toBe(0);
  });

  it.each([
    ['a list as scope', '{"scope":[]}'],
    ['a list with a scope in it', '{"scope":[{"kelas":"8A"}]}'],
    ['a text as scope', '{"scope":"8A"}'],
    ['a list', '[]'],
    ['nothing but null', 'null'],
    ['a number', '5'],
  ])('%s starts nobody: 422', async (_, body) => {
    const refused = { status: 422, body: { code: 'validation_failed' } };
    expect(await raw('POST', `${SYNC}/start`, body, JSON_TYPE)).toMatchObject(refused);
    expect(await raw('POST', `${SYNC}/estimate`, body, JSON_TYPE)).toMatchObject(refused);
    expect(await runs()).toBe(0);
  });

  it.each([
    ['{"a":', 'bukan JSON'],
    ['{"scope":{},"scope":{"kelas":"8A"}}', 'dua kali'],
    ['{"scope":{"lembaga":"\\ud800"}}', 'karakter'],
    ['{"scope":{"lembaga":"a\\u0000"}}', 'karakter'],
    [`{"scope":${'['.repeat(1_500)}${']'.repeat(1_500)}}`, 'terlalu dalam'],
    [`{"__proto__":${'{"a":'.repeat(17)}1${'}'.repeat(17)}}`, 'terlalu dalam'],
  ])('%.40s… is no body: 400', async (body, words) => {
    expect(await raw('POST', `${SYNC}/start`, body, JSON_TYPE)).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', message: expect.stringContaining(words) },
    });
  });

  it('bytes that are no UTF-8 are refused, not read as something else', async () => {
    const body = new Uint8Array([...Buffer.from('{"scope":{"lembaga":"'), 0xff, ...Buffer.from('"}}')]);
    expect((await raw('POST', `${SYNC}/start`, body, JSON_TYPE)).status).toBe(400);
  });

  it.each(['gzip', 'deflate', 'br'])(
    'a body that is not packed as %s, though it says so, is told',
    async (way) => {
      for (const body of [Buffer.from('{}'), gzipSync('{"scope":{"kelas":"8A"}}').subarray(0, 25)]) {
        const headers = { ...JSON_TYPE, 'Content-Encoding': way };
        expect(await raw('POST', `${SYNC}/start`, new Uint8Array(body), headers)).toMatchObject({
          status: 400,
          body: {
            code: 'validation_failed',
            details: { fields: { body: [expect.stringContaining('packed')] } },
          },
        });
      }
    },
  );

  it('a body that an operation does not take is refused, an empty one is not', async () => {
    for (const body of ['{"a":"\\ud800"}', '{"password":"rahasia"}', '[]']) {
      expect((await raw('POST', `${SYNC}/reset`, body, JSON_TYPE)).status).toBe(422);
    }
    expect((await raw('POST', `${SYNC}/reset`, '{}', JSON_TYPE)).status).toBe(200);
    expect((await raw('POST', `${SYNC}/reset`, '', JSON_TYPE)).status).toBe(200);
    expect((await raw('POST', `${SYNC}/reset`)).status).toBe(200);
  });

  it('a body is as large as its route needs: 413 at once', async () => {
    const keys = JSON.stringify(Object.fromEntries(Array.from({ length: 90_000 }, (_, n) => [`k${n}`, n])));
    const few = JSON.stringify(Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`k${n}`, n])));
    const bomb = gzipSync(Buffer.alloc(5_000_000, 'x'));
    for (const [body, more] of [
      [keys, {}],
      [few, {}],
      [bomb, { 'Content-Encoding': 'gzip' }],
    ] as const) {
      const begun = performance.now();
      expect(await raw('POST', '/auth/login', body, { ...JSON_TYPE, ...more })).toMatchObject({
        status: 413,
        body: { code: 'payload_too_large' },
      });
      expect(performance.now() - begun).toBeLessThan(1_000);
    }
    const idperson = Array.from({ length: 10_000 }, (_, n) =>
      String(18_446_744_073_709_541_615n + BigInt(n)),
    );
    expect(await admin.post(`${SYNC}/estimate`, { scope: { idperson } })).toMatchObject({
      status: 200,
      body: { total: 0 },
    });
    expect((await admin.post('/auth/users', { idperson })).status).toBe(413);
  });

  it('null is as left out', async () => {
    expect(await admin.post(`${SYNC}/estimate`, { scope: null })).toMatchObject({
      status: 200,
      body: { total: 5 },
    });
    const schedule = { enabled: true, cron: '0 2 * * *', timezone: 'Asia/Jakarta', scope: null };
    expect(await admin.send<SavedScheduleDto>('PUT', `${SYNC}/schedule`, schedule)).toMatchObject({
      status: 200,
      body: { scope: {}, nextRunAt: expect.any(String) },
    });
    expect((await admin.send('PUT', `${SYNC}/schedule`, { ...schedule, scope: [] })).status).toBe(422);
    const [me] = (await admin.get<Page<UserDto>>('/auth/users')).body.items;
    for (const nothing of [{}, { nama: null }, { nama: null, role: null, password: null }]) {
      expect(await admin.send('PATCH', `/auth/users/${me!.id}`, nothing)).toMatchObject({
        status: 200,
        body: me,
      });
    }
  });

  it('a refusal of the moment is not kept under an Idempotency-Key, a lasting one and a success are', async () => {
    const start = (key: string, body = {}) =>
      admin.post<SyncProgressDto>(`${SYNC}/start`, body, { 'Idempotency-Key': key });
    const nobody = { scope: { kelas: 'tidak ada' } };
    for (const replayed of [null, 'true']) {
      const { status, headers } = await start('kosong', nobody);
      expect([status, headers.get('idempotent-replayed')]).toEqual([422, replayed]);
    }
    const first = await start('pertama');
    expect(first.status).toBe(202);
    expect((await start('kedua')).status).toBe(409);
    expect((await admin.post(`${SYNC}/cancel`)).status).toBe(200);
    expect((await start('pertama')).body.runId).toBe(first.body.runId);
    const second = await start('kedua');
    expect(second.status).toBe(202);
    expect(second.body.runId).not.toBe(first.body.runId);
    expect((await admin.post(`${SYNC}/cancel`)).status).toBe(200);
  });

  it('stays awake for everybody else under five 1 MB bodies and 200 sign-ins at once', async () => {
    const over = new AbortController();
    const post = (body: string) =>
      fetch(`${stack.url}/auth/login`, {
        method: 'POST',
        headers: JSON_TYPE,
        body,
        signal: over.signal,
      }).then(
        ({ status }) => status,
        () => 'gone',
      );
    const keys = JSON.stringify(Object.fromEntries(Array.from({ length: 90_000 }, (_, n) => [`k${n}`, n])));
    const guess = (n: number) =>
      post(JSON.stringify({ email: `tebak-${n}@sekolah.test`, password: 'kata-sandi' }));
    const bodies = Promise.all(Array.from({ length: 5 }, () => post(keys)));
    const guesses = Promise.all(Array.from({ length: 200 }, (_, n) => guess(n)));
    const timed = async (path: string, accept = 'application/json') => {
      const begun = performance.now();
      const { status } = await admin.get(path, { Accept: accept });
      // Ready also says no where a busy machine lets it wait for a second.
      if (path !== '/health/ready') expect(status).toBe(200);
      return performance.now() - begun;
    };
    const [awake, served]: [number[], number[]] = [[], []];
    const end = performance.now() + 2_000;
    for (let looks = 0; looks < 10 || performance.now() < end; looks++) {
      awake.push(await timed('/health/live'));
      served.push(
        ...(await Promise.all([timed('/health/ready'), timed('/login', 'text/html'), timed('/admin/siswa')])),
      );
    }
    // One look may meet a machine that does something else; none may meet a process that is stuck.
    const [slowest, ...others] = awake.sort((a, b) => b - a);
    expect(Math.max(...others)).toBeLessThan(1_000);
    expect(slowest).toBeLessThan(3_000);
    expect(served.sort((a, b) => a - b)[Math.floor(served.length / 2)]).toBeLessThan(1_000);
    expect(await bodies).toEqual(Array(5).fill(413));
    over.abort();
    const answers = await guesses;
    expect(answers.filter((status) => status === 401).length).toBeLessThanOrEqual(GUESSES_OF_AN_ADDRESS);
    expect(answers).toContain(429);
    expect(answers.every((status) => [401, 429, 'gone'].includes(status))).toBe(true);
  });
});
