import type { CreatedTokenDto } from '@bantubayar/shared';
import { ApiClient } from '../support/client';
import { Stack } from '../support/stack';

describe('one address for page and JSON', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('pages', { students: 3 });
  });
  afterAll(() => stack.stop());

  const navigate = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  it.each([
    '/',
    '/login',
    '/admin/siswa',
    '/admin/siswa/255000',
    '/admin/sync-pembayaran',
    '/admin/pengaturan',
  ])('gives a navigation to %s the page', async (path) => {
    const page = await stack.client.get<string>(path, navigate);
    expect(page.status).toBe(200);
    expect(page.body).toContain('<div id="app">');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.headers.get('vary')).toContain('Accept');
  });

  it.each(['*/*', 'application/json, text/html;q=0.9', 'text/html;q=0, */*', 'image/png', 'kacau;;,'])(
    'gives who accepts %s the JSON',
    async (Accept) => {
      expect((await stack.client.get('/admin/siswa', { Accept })).body).toMatchObject({ total: 3 });
    },
  );

  it('gives who brings a token the JSON, whatever they accept', async () => {
    const { body } = await stack.client.post<CreatedTokenDto>('/auth/tokens', {
      name: 'Java',
      scopes: ['siswa:read'],
    });
    const java = { Accept: 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2' };
    const asked = await stack.client.withToken(body.token).get('/admin/siswa', java);
    expect(asked.body).toMatchObject({ total: 3 });
    expect((await stack.client.get<string>('/admin/siswa', java)).body).toContain('<div id="app">');
  });

  it('gives everybody else the JSON', async () => {
    expect((await stack.client.get('/admin/siswa')).body).toMatchObject({
      items: expect.any(Array),
      total: 3,
    });
    expect((await stack.client.get('/admin/sync-pembayaran')).body).toMatchObject({ status: 'idle' });
  });

  it('answers unknown addresses and broken bodies in the one error shape', async () => {
    const shape = { statusCode: expect.any(Number), code: expect.any(String), message: expect.any(String) };
    expect(await stack.client.get('/tidak/ada')).toMatchObject({
      status: 404,
      body: { ...shape, code: 'not_found' },
    });
    const broken = await fetch(`${stack.url}/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"email":',
    });
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ code: 'validation_failed' });
    const huge = await stack.client.post('/auth/login', { email: 'x'.repeat(2_000_000), password: 'x' });
    expect(huge).toMatchObject({ status: 413, body: { code: 'payload_too_large' } });
  });

  it('serves the API document and its page', async () => {
    const { body } = await stack.client.get<{ paths: object }>('/openapi.json');
    expect(Object.keys(body.paths)).toContain('/admin/sync-pembayaran/start');
    expect((await stack.client.get<string>('/docs', navigate)).body).toContain('swagger-ui');
  });

  it('shows the queues to signed-in admins, who only look', async () => {
    const BOARD = '/admin/queues';
    const stranger = new ApiClient(stack.url);
    expect(await stranger.get(BOARD)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    const led = await fetch(`${stack.url}${BOARD}/queue/webhook`, { headers: navigate, redirect: 'manual' });
    expect([led.status, led.headers.get('location')]).toEqual([
      302,
      '/login?next=%2Fadmin%2Fqueues%2Fqueue%2Fwebhook',
    ]);
    const { body } = await stack.client.post<{ token: string }>('/auth/tokens', {
      ...{ name: 'integrator', scopes: ['sync:read', 'sync:write', 'siswa:read'] },
    });
    expect((await stack.client.withToken(body.token).get(BOARD)).status).toBe(403);
    for (const role of ['petugas', 'pemantau']) {
      const [email, password] = [`${role}@sekolah.test`, 'kereta-pagi-ke-bandung'];
      await stack.client.post('/auth/users', { email, nama: role, role, password });
      const person = new ApiClient(stack.url);
      await person.login(email, password);
      for (const path of [BOARD, '/admin/webhooks', '/admin/peringatan', '/admin/webhooks/1/deliveries'])
        expect([path, (await person.get(path)).status]).toEqual([path, 403]);
      for (const path of ['/admin/webhooks', '/admin/webhooks/1/test', '/admin/webhooks/1/rotate'])
        expect([path, (await person.post(path, { url: 'https://x.test/' })).status]).toEqual([path, 403]);
    }
    const page = await stack.client.get<string>(BOARD, navigate);
    expect(page.status).toBe(200);
    expect(page.body).toContain(`<base href="${BOARD}/"`);
    expect(page.body).not.toMatch(/(?:href|src)="https?:/);
    const queues = await stack.client.get<{ queues: { name: string }[] }>(`${BOARD}/api/queues`);
    expect(queues.body.queues.map(({ name }) => name)).toEqual([
      ...['sync-pembayaran-dispatch', 'sync-pembayaran', 'webhook'],
    ]);
    const deed = await stack.client.send('PUT', `${BOARD}/api/queues/webhook/pause`);
    expect(deed).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
  });

  it('tells whether it lives, is ready, and how the run stands', async () => {
    const live = { status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) };
    expect(await stack.client.get('/health/live')).toMatchObject({ status: 200, body: live });
    expect(await stack.client.get('/health/ready')).toMatchObject({
      status: 200,
      body: { details: { database: { status: 'up' }, queue: { status: 'up' }, workers: { alive: 1 } } },
    });
    expect((await stack.client.get<string>('/metrics')).body).toContain(
      'sync_pembayaran_status{status="idle"} 1',
    );
    expect((await stack.client.get('/metrics', { 'X-Forwarded-For': '10.0.0.1' })).status).toBe(401);
  });
});
