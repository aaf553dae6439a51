import type { CreatedTokenDto, MeDto, Page, TokenDto } from '@bantubayar/shared';
import { type Answer, ApiClient } from '../support/client';
import { ADMIN, Stack } from '../support/stack';

describe('who may do what', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('auth', { students: 5, workers: 1 });
  });
  afterAll(() => stack.stop());

  const stranger = () => new ApiClient(stack.url);
  const token = async (body: object) => (await stack.client.post<CreatedTokenDto>('/auth/tokens', body)).body;

  it.each([
    ['GET', '/admin/siswa'],
    ['GET', '/admin/siswa/1'],
    ['GET', '/admin/lembaga'],
    ['POST', '/admin/siswa/sync'],
    ['GET', '/admin/sync-pembayaran/progress'],
    ['POST', '/admin/sync-pembayaran/start'],
    ['POST', '/admin/sync-pembayaran/cancel'],
    ['POST', '/admin/sync-pembayaran/reset'],
    ['GET', '/admin/sync-pembayaran/runs'],
    ['GET', '/auth/me'],
    ['GET', '/auth/tokens'],
  ])('nobody passes %s %s without signing in', async (method, path) => {
    expect(await stranger().send(method, path)).toMatchObject({
      status: 401,
      body: { statusCode: 401, code: 'unauthenticated', message: expect.any(String), details: {} },
    });
  });

  it('a wrong password is refused, and after five the account is closed to that address for a while', async () => {
    const client = stranger();
    const wrong = () => client.login('tebak@sekolah.test', 'salah');
    const limitOf = ({ headers }: Answer) =>
      ['Limit', 'Remaining', 'Reset'].map((name) => Number(headers.get(`RateLimit-${name}`)));
    for (let attempt = 0; attempt < 5; attempt++) {
      const answer = await wrong();
      expect(answer).toMatchObject({ status: 401, body: { code: 'invalid_credentials' } });
      expect(limitOf(answer)).toEqual([5, 4 - attempt, expect.any(Number)]);
    }
    const refused = await wrong();
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(limitOf(refused)).toEqual([5, 0, Number(refused.headers.get('retry-after'))]);
    const right = await stranger().login(ADMIN.email, ADMIN.password);
    expect(right.status).toBe(200);
    expect(limitOf(right)).toEqual([5, 5, expect.any(Number)]);
    expect((await stack.client.get('/auth/me')).headers.has('RateLimit-Limit')).toBe(false);
  });

  it('300 guesses at once get no further than one after the other, and lock nobody out of a known browser', async () => {
    const victim = {
      email: 'korban@sekolah.test',
      nama: 'Korban',
      role: 'petugas',
      password: 'kuda nil berenang',
    };
    expect((await stack.client.post('/auth/users', victim)).status).toBe(201);
    const login = (password: string, cookie = '') =>
      fetch(`${stack.url}/auth/login`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(cookie && { Cookie: cookie }) },
        body: JSON.stringify({ email: victim.email, password }),
      });
    const known = (await login(victim.password)).headers.getSetCookie();
    const device = known.find((cookie) => cookie.startsWith('bantubayar_device='))!.split(';')[0]!;
    const guesses = await Promise.all(Array.from({ length: 300 }, (_, n) => login(`tebakan-${n}`)));
    expect(guesses.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect((await login(victim.password)).status).toBe(429);
    expect((await login(victim.password, device)).status).toBe(200);
  });

  it('a sign-in ends the session that the browser had before, and one that nobody uses ends by itself', async () => {
    const client = stranger();
    const other = await stack.client.post<{ id: string }>('/auth/users', {
      email: 'sesi@sekolah.test',
      nama: 'Sesi',
      role: 'pemantau',
      password: 'kuda nil berenang',
    });
    await client.login('sesi@sekolah.test', 'kuda nil berenang');
    await client.login('SESI@sekolah.test ', 'kuda nil berenang');
    const sessions = 'SELECT last_seen_at FROM session WHERE user_id = ?';
    expect(await stack.query(sessions, [other.body.id])).toHaveLength(1);
    expect((await client.get('/auth/me')).status).toBe(200);
    await stack.query(
      'UPDATE session SET last_seen_at = UTC_TIMESTAMP(3) - INTERVAL 13 HOUR WHERE user_id = ?',
      [other.body.id],
    );
    expect((await client.get('/auth/me')).status).toBe(401);
  });

  it('a cookie is not taken beside any other authorization', async () => {
    const headers = { Authorization: 'Basic eDp5', Origin: 'https://jahat.example' };
    expect((await stack.client.post('/admin/sync-pembayaran/reset', {}, headers)).status).toBe(403);
    expect((await stack.client.get('/auth/me', { Authorization: 'Bearer bb_salah' })).status).toBe(401);
  });

  it('a token does no more than its maker may, and ends with its maker', async () => {
    const maker = {
      email: 'pembuat@sekolah.test',
      nama: 'Pembuat',
      role: 'admin',
      password: 'kuda nil berenang',
    };
    const { body: user } = await stack.client.post<{ id: string }>('/auth/users', maker);
    const client = stranger();
    await client.login(maker.email, maker.password);
    const { body: made } = await client.post<CreatedTokenDto>('/auth/tokens', {
      name: 'Milik pembuat',
      scopes: ['sync:read', 'sync:write'],
    });
    const program = stack.client.withToken(made.token);
    expect((await program.get<MeDto>('/auth/me')).body.scopes).toEqual(['sync:read', 'sync:write']);
    await stack.client.send('PATCH', `/auth/users/${user.id}`, { role: 'pemantau' });
    expect((await program.get<MeDto>('/auth/me')).body.scopes).toEqual(['sync:read']);
    await stack.client.send('DELETE', `/auth/users/${user.id}`);
    expect((await program.get('/auth/me')).status).toBe(401);
  });

  it.each(['password123', 'ádmin@sekolah.test', 'sandi@sekolah.test'])(
    'a password that is easily guessed is refused: %s',
    async (password) => {
      const email = password.includes('@') ? password : 'sandi@sekolah.test';
      const user = { email, nama: 'Sandi', role: 'pemantau', password };
      expect(await stack.client.post('/auth/users', user)).toMatchObject({
        status: 400,
        body: { details: { fields: { password: [expect.any(String)] } } },
      });
    },
  );

  it('no accent and no case makes one identity another', async () => {
    const accent = {
      email: 'ádmin@sekolah.test',
      nama: 'Lain',
      role: 'pemantau',
      password: 'kuda nil berenang',
    };
    expect((await stack.client.post('/auth/users', accent)).status).toBe(201);
    const client = stranger();
    await client.login(accent.email, accent.password);
    expect((await client.get<MeDto>('/auth/me')).body.role).toBe('pemantau');
    expect(await stack.client.post('/auth/users', { ...accent, email: 'ADMIN@Sekolah.test' })).toMatchObject({
      status: 409,
      body: { code: 'email_taken' },
    });
  });

  it('the session cookie is HttpOnly and SameSite, survives a restart of the API, and ends with logout', async () => {
    const client = stranger();
    const answer = await client.login(ADMIN.email.toUpperCase(), ADMIN.password);
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Lax/);
    await stack.api.end('SIGKILL');
    await stack.startApi();
    expect((await client.get<MeDto>('/auth/me')).body).toMatchObject({
      kind: 'user',
      role: 'admin',
      demo: true,
    });
    expect((await client.post('/auth/logout')).status).toBe(204);
    expect((await client.get('/auth/me')).status).toBe(401);
  });

  it.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
    [{ Origin: 'https://jahat.example' }],
    [{ Origin: 'null' }],
  ])('a write from another site is refused: %j', async (headers) => {
    expect(await stack.client.post('/admin/sync-pembayaran/reset', {}, headers)).toMatchObject({
      status: 403,
      body: { code: 'cross_site_request' },
    });
  });

  it('a write from the own page passes', async () => {
    const own = await stack.client.post(
      '/admin/sync-pembayaran/reset',
      {},
      { 'Sec-Fetch-Site': 'same-origin' },
    );
    expect(own.status).toBe(200);
    expect((await stack.client.post('/admin/sync-pembayaran/reset', {}, { Origin: stack.url })).status).toBe(
      200,
    );
  });

  it('a token may do what its scopes say, is shown once, and ends when revoked', async () => {
    const made = await token({ name: 'Pelapor', scopes: ['sync:read'] });
    const client = stack.client.withToken(made.token);
    expect((await client.get('/admin/sync-pembayaran/progress')).status).toBe(200);
    expect(await client.get('/admin/siswa')).toMatchObject({
      status: 403,
      body: { code: 'forbidden', details: { requiredScope: 'siswa:read' } },
    });
    expect((await client.post('/admin/sync-pembayaran/start')).status).toBe(403);
    expect((await client.get('/auth/tokens')).status).toBe(403);

    const { body: list } = await stack.client.get<Page<TokenDto>>('/auth/tokens');
    const listed = list.items.find(({ id }) => id === made.id)!;
    expect(listed).toMatchObject({ name: 'Pelapor', prefix: made.token.slice(0, 8) });
    expect(listed.lastUsedAt).not.toBeNull();
    expect(JSON.stringify(list)).not.toContain(made.token);
    const [row] = await stack.query<{ token_hash: Buffer }>('SELECT token_hash FROM api_token WHERE id = ?', [
      made.id,
    ]);
    expect(row!.token_hash.toString('latin1')).not.toContain(made.token);

    expect((await stack.client.send('DELETE', `/auth/tokens/${made.id}`)).status).toBe(204);
    expect((await client.get('/admin/sync-pembayaran/progress')).status).toBe(401);
    expect((await stack.client.send('DELETE', `/auth/tokens/${made.id}`)).status).toBe(404);
  });

  it('a token ends with its expiry', async () => {
    const made = await token({ name: 'Sebentar', scopes: ['sync:read'], expiresAt: '2100-01-01T00:00:00Z' });
    const client = stack.client.withToken(made.token);
    expect((await client.get('/auth/me')).body).toMatchObject({
      kind: 'token',
      nama: 'Sebentar',
      role: null,
    });
    await stack.query('UPDATE api_token SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE id = ?', [
      made.id,
    ]);
    expect((await client.get('/auth/me')).status).toBe(401);
  });

  it.each([
    [{ name: '', scopes: ['sync:read'] }, 'name'],
    [{ name: 'x', scopes: [] }, 'scopes'],
    [{ name: 'x', scopes: ['admin'] }, 'scopes'],
    [{ name: 'x', scopes: ['sync:read'], expiresAt: 'besok' }, 'expiresAt'],
    [{ name: 'x', scopes: ['sync:read'], expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
    [{ name: 'x', scopes: ['sync:read'], role: 'admin' }, 'role'],
  ])('a token of %j is refused and the field named', async (body, field) => {
    expect(await stack.client.post('/auth/tokens', body)).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', details: { fields: { [field]: expect.any(Array) } } },
    });
  });
});
