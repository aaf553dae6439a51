import type { ApiErrorDto, SiswaPageDto } from '@bantubayar/shared';
import { type ApiClient } from '../support/client';
import { eventually } from '../support/eventually';
import { Stack } from '../support/stack';

const SYNC = '/admin/sync-pembayaran';

describe('what is asked for', () => {
  let stack: Stack;
  let admin: ApiClient;

  beforeAll(async () => {
    stack = await Stack.start('addresses', { students: 5, workers: 0 });
    admin = stack.client;
    expect((await admin.post('/admin/siswa/sync', {})).status).toBe(200);
  });
  afterAll(() => stack.stop());

  it.each([
    '01',
    '%201',
    '1%20',
    `${'0'.repeat(70)}1`,
    '1.0',
    '+1',
    '0x1',
    '18446744073709551616',
    '9'.repeat(300),
  ])('an id is not spelled %s on any route', async (id) => {
    for (const [method, path, body] of [
      ['PATCH', `/auth/users/${id}`, { role: 'pemantau' }],
      ['DELETE', `/auth/users/${id}`],
      ['DELETE', `/auth/tokens/${id}`],
      ['GET', `${SYNC}/runs/${id}`],
      ['GET', `${SYNC}/runs/${id}/siswa.csv`],
      ['POST', `${SYNC}/runs/${id}/retry`],
      ['POST', `${SYNC}/runs/${id}/take-back`],
      ['POST', `${SYNC}/runs/${id}/review`, { apply: true }],
      ['GET', `/admin/siswa/${id}`],
      ['POST', `/admin/siswa/${id}/sync-pembayaran`],
    ] as const) {
      expect(await admin.send(method, path, body)).toMatchObject({
        status: 400,
        body: { code: 'validation_failed' },
      });
    }
  });

  it('an address that cannot be decoded is refused', async () => {
    for (const path of [
      '/admin/siswa/%E0%A4%A',
      '/admin/siswa/%00',
      '/admin/siswa?search=%ff',
      '/%',
      '/admin/siswa?%00=1',
    ]) {
      expect(await admin.get(path)).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    }
  });

  it('a cookie that is no text is none, and a range that is not there is not a fault of ours', async () => {
    const object = { Cookie: 'bantubayar_session=j%3A%7B%22a%22%3A1%7D' };
    expect((await admin.post('/auth/logout', {}, object)).status).toBe(204);
    expect((await admin.get('/auth/me', object)).status).toBe(401);
    const range = { Accept: 'text/html', Range: 'bytes=99999999-' };
    const refused = await admin.get('/login', range);
    expect(refused).toMatchObject({ status: 416, body: { code: 'validation_failed' } });
  });

  it('a cursor holds for its list and order only', async () => {
    const { nextCursor } = (await admin.get<SiswaPageDto>('/admin/siswa?sort=nama&limit=2')).body;
    expect((await admin.get(`/admin/siswa?sort=nama&cursor=${nextCursor}`)).status).toBe(200);
    const of = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
    for (const query of [
      'cursor=WzFlNDAwLCIxIl0',
      `sort=tunggakan&cursor=${nextCursor}`,
      `sort=-nama&cursor=${nextCursor}`,
      `sort=tunggakan&cursor=${of('siswa by tunggakan', 'Ani', '1')}`,
      `sort=tunggakan&cursor=${of('siswa by tunggakan', '9'.repeat(30), '1')}`,
      `sort=fetchedAt&cursor=${of('siswa by fetchedAt', 'kemarin', '1')}`,
      `sort=fetchedAt&cursor=${of('siswa by fetchedAt', '+275760-09-13T00:00:00.000Z', '1')}`,
      `cursor=${of('siswa by nama', '\ud800', '1')}`,
      `cursor=${of('siswa by nama', null, '1')}`,
      `cursor=${of('siswa by nama', 'Ani', '9'.repeat(30))}`,
    ]) {
      expect(await admin.get(`/admin/siswa?${query}`)).toMatchObject({
        status: 400,
        body: { details: { fields: { cursor: expect.any(Array) } } },
      });
    }
    for (const path of ['/admin/audit', `${SYNC}/runs`]) {
      expect((await admin.get(`${path}?cursor=${nextCursor}`)).status).toBe(400);
    }
  });

  it('a known address says which methods it takes', async () => {
    for (const [method, path, allow] of [
      ['DELETE', '/admin/siswa', 'GET, HEAD'],
      ['GET', '/auth/login', 'POST'],
      ['PUT', `${SYNC}/start`, 'POST'],
      ['PATCH', '/admin/siswa/sync', 'GET, HEAD, POST'],
      ['DELETE', `${SYNC}/schedule`, 'GET, HEAD, PUT'],
      ['POST', '/health/live', 'GET, HEAD'],
    ] as const) {
      const answer = await admin.send<ApiErrorDto>(method, path);
      expect([path, answer.status, answer.body.code]).toEqual([path, 405, 'method_not_allowed']);
      expect(answer.headers.get('allow')).toBe(allow);
    }
    expect(await admin.send('POST', '/tidak/ada')).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
  });

  it('each answer has a name, a new one where the given one cannot stand in a log', async () => {
    const named = await admin.get<ApiErrorDto>('/tidak/ada', { 'X-Request-Id': 'erp-2026.11_7' });
    expect(named.headers.get('x-request-id')).toBe('erp-2026.11_7');
    expect(named.body.requestId).toBe('erp-2026.11_7');
    for (const unsafe of ['a b', '{}', 'x'.repeat(65), '../..\\']) {
      const { headers } = await admin.get('/health/live', { 'X-Request-Id': unsafe });
      expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    }
  });

  it('the log tells of a failure of ours by the name of its request', async () => {
    await stack.query('RENAME TABLE audit_entry TO audit_entry_away');
    const failed = await admin.get<ApiErrorDto>('/admin/audit', { 'X-Request-Id': 'cari-saya-7' });
    await stack.query('RENAME TABLE audit_entry_away TO audit_entry');
    expect(failed).toMatchObject({
      status: 500,
      body: { code: 'internal_error', requestId: 'cari-saya-7', details: {} },
    });
    const line = await eventually(async () => /^.*cari-saya-7.*$/m.exec(stack.api.said)?.[0] ?? null);
    expect(line).toContain('audit_entry');
  });
});
