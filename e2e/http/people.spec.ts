import {
  type AuditEntryDto,
  type CreatedTokenDto,
  type Page,
  PESAN_AWAL,
  type UserDto,
} from '@bantubayar/shared';
import { ApiClient } from '../support/client';
import { ADMIN, Stack } from '../support/stack';

const PASSWORD = 'kata-sandi-panjang';
const SYNC = '/admin/sync-pembayaran';

describe('people and what they did', () => {
  let stack: Stack;
  let admin: ApiClient;

  beforeAll(async () => {
    stack = await Stack.start('people', { students: 5 });
    admin = stack.client;
  });
  afterAll(() => stack.stop());

  async function add(nama: string, role: UserDto['role']): Promise<{ user: UserDto; client: ApiClient }> {
    const email = `${nama.toLowerCase()}@sekolah.test`;
    const answer = await admin.post<UserDto>('/auth/users', { email, nama, role, password: PASSWORD });
    expect(answer.status).toBe(201);
    return { user: answer.body, client: await signedIn(email) };
  }
  async function signedIn(email: string, password = PASSWORD): Promise<ApiClient> {
    const client = new ApiClient(stack.url);
    expect((await client.login(email, password)).status).toBe(200);
    return client;
  }
  const change = (id: string, body: object, by = admin) =>
    by.send<UserDto>('PATCH', `/auth/users/${id}`, body);
  const audit = async (query = '') =>
    (await admin.get<Page<AuditEntryDto>>(`/admin/audit${query}`)).body.items;

  it('a petugas runs and reads, a pemantau only reads, neither manages people', async () => {
    const petugas = await add('Petugas', 'petugas');
    const pemantau = await add('Pemantau', 'pemantau');
    for (const { client } of [petugas, pemantau]) {
      for (const path of ['/admin', '/admin/siswa', '/admin/siswa/ringkasan', `${SYNC}/runs`]) {
        expect((await client.get(path)).status).toBe(200);
      }
      for (const path of ['/auth/users', '/auth/tokens', '/admin/audit']) {
        expect(await client.get(path)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      }
    }
    expect((await pemantau.client.start()).status).toBe(403);
    expect((await pemantau.client.post('/admin/siswa/sync', {})).status).toBe(403);
    const { body } = await petugas.client.start();
    await admin.progressUntil((now) => now.runId === body.runId && !now.isRunning);
    expect(await audit('?action=sync_started')).toMatchObject([
      { actor: 'Petugas', actorKind: 'user', action: 'sync_started', target: body.runId },
    ]);
    const { body: listed } = await admin.get<Page<UserDto>>('/auth/users');
    expect(listed.items.map(({ nama, role }) => [nama, role])).toEqual([
      ['Admin', 'admin'],
      ['Pemantau', 'pemantau'],
      ['Petugas', 'petugas'],
    ]);
    expect(listed.items.every(({ lastLoginAt }) => lastLoginAt !== null)).toBe(true);
  });

  it('a new role counts at once, a new password ends the sessions, a removed one is out', async () => {
    const { user, client } = await add('Siti', 'pemantau');
    expect(await change(user.id, { role: 'petugas', nama: 'Siti Aminah' })).toMatchObject({
      status: 200,
      body: { nama: 'Siti Aminah', role: 'petugas' },
    });
    expect((await client.post(`${SYNC}/estimate`, {})).status).toBe(200);
    expect((await client.post(`${SYNC}/reset`)).status).toBe(200);

    expect((await change(user.id, { password: `${PASSWORD}-baru` })).status).toBe(200);
    expect((await client.get('/auth/me')).status).toBe(401);
    const again = await signedIn(user.email, `${PASSWORD}-baru`);
    expect((await admin.send('DELETE', `/auth/users/${user.id}`)).status).toBe(204);
    expect((await again.get('/auth/me')).status).toBe(401);
    expect((await admin.send('DELETE', `/auth/users/${user.id}`)).status).toBe(404);
    expect(await audit('?limit=3')).toMatchObject([
      { action: 'user_deleted', target: user.id, details: { nama: 'Siti Aminah' } },
      { action: 'user_updated', target: user.id, details: { password: '…' } },
      { action: 'sync_reset', actor: 'Siti Aminah' },
    ]);
  });

  it('there is always an admin, also when two take each other away at once', async () => {
    const [me] = (await admin.get<Page<UserDto>>('/auth/users')).body.items;
    expect(await change(me!.id, { role: 'petugas' })).toMatchObject({
      status: 409,
      body: { code: 'last_admin' },
    });
    expect(await admin.send('DELETE', `/auth/users/${me!.id}`)).toMatchObject({
      status: 409,
      body: { code: 'own_account' },
    });
    const { user, client } = await add('Kepala', 'admin');
    const answers = await Promise.all([
      change(user.id, { role: 'pemantau' }),
      change(me!.id, { role: 'pemantau' }, client),
    ]);
    const [first, second] = answers.map(({ status }) => status).sort();
    expect([first, [403, 409].includes(second!)]).toEqual([200, true]);
    const admins = await stack.query("SELECT id FROM app_user WHERE role = 'admin'");
    expect(admins).toHaveLength(1);
    await stack.query("UPDATE app_user SET role = 'admin' WHERE id = ?", [me!.id]);
  });

  it('one changes the own password by naming the present one; other sessions end', async () => {
    const { user, client } = await add('Dewi', 'petugas');
    const elsewhere = await signedIn(user.email);
    const next = { current: PASSWORD, password: `${PASSWORD}-2` };
    expect(await client.post('/auth/password', { ...next, current: 'bukan' })).toMatchObject({
      status: 409,
      body: { code: 'wrong_password' },
    });
    const changed = await client.post('/auth/password', next);
    expect(changed.status).toBe(204);
    expect(changed.headers.getSetCookie()[0]).toMatch(/^bantubayar_session=.*HttpOnly/);
    expect((await elsewhere.get('/auth/me')).status).toBe(401);
    expect((await new ApiClient(stack.url).login(user.email, PASSWORD)).status).toBe(401);
    await signedIn(user.email, next.password);
  });

  it('bad input is refused with the field named, and a token manages nobody', async () => {
    const user = { email: 'baru@sekolah.test', nama: 'Baru', role: 'petugas', password: PASSWORD };
    for (const [field, value] of [
      ['email', 'bukan e-mail'],
      ['nama', ''],
      ['role', 'raja'],
      ['password', 'pendek'],
      ['passwordHash', 'x'],
    ] as const) {
      expect(await admin.post('/auth/users', { ...user, [field]: value })).toMatchObject({
        status: 400,
        body: { code: 'validation_failed', details: { fields: { [field]: expect.any(Array) } } },
      });
    }
    expect(await admin.post('/auth/users', { ...user, email: ADMIN.email.toUpperCase() })).toMatchObject({
      status: 409,
      body: { code: 'email_taken' },
    });
    expect((await change('999999', { nama: 'X' })).status).toBe(404);

    const { body } = await admin.post<CreatedTokenDto>('/auth/tokens', {
      name: 'ERP',
      scopes: ['sync:read', 'sync:write', 'siswa:read'],
    });
    const token = admin.withToken(body.token);
    expect((await token.get('/auth/users')).status).toBe(403);
    expect((await token.post('/auth/password', { current: 'x', password: PASSWORD })).status).toBe(403);
    await token.post(`${SYNC}/reset`);
    expect((await admin.send('DELETE', `/auth/tokens/${body.id}`)).status).toBe(204);
    expect(await audit('?limit=3')).toMatchObject([
      { action: 'token_revoked', target: body.id, details: { nama: 'ERP' } },
      { action: 'sync_reset', actor: 'ERP', actorKind: 'token' },
      { action: 'token_created', target: body.id },
    ]);
  });

  it('the text to parents is read by all, saved by admins, and checked', async () => {
    const PESAN = '/admin/pengaturan/pesan';
    const { client } = await add('Bendahara', 'petugas');
    expect((await client.get(PESAN)).body).toEqual({ sekolah: null, template: PESAN_AWAL, changedAt: null });
    const pesan = { sekolah: ' Al-Ikhlas ', template: 'Wali {nama}: {tagihan} 😀\n' };
    expect((await client.send('PUT', PESAN, pesan)).status).toBe(403);
    const saved = {
      sekolah: 'Al-Ikhlas',
      template: 'Wali {nama}: {tagihan} 😀',
      changedAt: expect.any(String),
    };
    expect(await admin.send('PUT', PESAN, pesan)).toMatchObject({ status: 200, body: saved });
    for (const [wrong, said] of [
      [{ template: 'Wali {namaa}' }, /tidak dikenal: \{namaa\}; yang dikenal: \{nama\}, \{kelas\}/],
      [{ template: 'é'.repeat(400) }, /terlalu panjang untuk tautan WhatsApp: 2400/],
      [{ template: ' \n' }, /template wajib diisi/],
      [{ template: 7 }, /template harus berupa teks/],
      [{ sekolah: '  ' }, /sekolah wajib diisi/],
      [{ sekolah: 'x'.repeat(101) }, /sekolah paling panjang 100/],
    ] as const) {
      expect(await admin.send('PUT', PESAN, { ...pesan, ...wrong })).toMatchObject({
        status: 400,
        body: {
          message: expect.stringMatching(said),
          details: { fields: { [Object.keys(wrong)[0]!]: expect.any(Array) } },
        },
      });
    }
    expect((await client.get(PESAN)).body).toEqual(saved);
    expect(await audit('?action=pesan_saved')).toMatchObject([
      { actor: 'Admin', details: pesan, done: true },
    ]);
  });

  it('the audit list is paged, newest first, and does not tell what was refused', async () => {
    const whole = await audit('?limit=500');
    const paged: AuditEntryDto[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = `?limit=4${cursor && `&cursor=${cursor}`}`;
      const { body } = await admin.get<Page<AuditEntryDto>>(`/admin/audit${query}`);
      paged.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(whole);
    expect(whole.some(({ actor }) => actor === 'Pemantau')).toBe(false);
    expect((await admin.get('/admin/audit?action=apa')).status).toBe(400);
    expect(JSON.stringify(whole)).not.toContain(PASSWORD);
  });
});
