import type { Role, UserDto } from '@bantubayar/shared';
import type { Page } from 'playwright-core';
import { LOOKED_AT, watchHindrances } from '../support/axe';
import { type Look, login, openAt, textOf, waitForCount, waitForText } from '../support/browser';
import { inBrowser, stack, visit } from '../support/in-browser';
import { ADMIN } from '../support/stack';

const PASSWORD = 'kata-sandi-mereka';
/** A browser puts every refusal into its console. */
const REFUSED = /status of 4\d\d/;

describe('people in a browser', () => {
  inBrowser('people_browser', { students: 5 }, REFUSED);
  let added = 0;

  /** Somebody new. */
  async function person(nama: string, role: Role) {
    const email = `orang-${++added}@sekolah.test`;
    const { body } = await stack.client.post<UserDto>('/auth/users', {
      nama,
      email,
      role,
      password: PASSWORD,
    });
    return { id: body.id, nama, email, row: `user-${email}` };
  }
  async function visitAs(who: typeof ADMIN, path: string, look?: Look): Promise<Page> {
    const page = await visit(look);
    await openAt(page, path, who);
    return page;
  }
  const settings = (tab: string, look?: Look) => visitAs(ADMIN, `/admin/pengaturan?tab=${tab}`, look);
  const as = ({ email }: { email: string }, password = PASSWORD) => ({ email, password });
  const field = (page: Page, id: string) => page.getByTestId(id).locator('input');

  async function chooseRole(page: Page, role: string): Promise<void> {
    await page.getByTestId('user-role').click();
    await page.getByRole('option', { name: role }).click();
  }

  async function cancel(page: Page): Promise<void> {
    await page.getByTestId('user-form').getByRole('button', { name: 'Batal' }).click();
    await page.getByTestId('user-form').waitFor({ state: 'detached' });
  }

  /** Answers the random password. */
  async function add(page: Page, nama: string, email: string, role: string): Promise<string> {
    await page.getByTestId('add-user').click();
    await field(page, 'user-nama').fill(nama);
    await field(page, 'user-email').fill(email);
    await chooseRole(page, role);
    await page.getByTestId('random-password').click();
    const password = await field(page, 'user-password').inputValue();
    await page.getByTestId('save-user').click();
    return password;
  }

  it('are added by an admin, and sign in', async () => {
    const page = await settings('pengguna');
    const password = await add(page, 'Siti Aminah', 'siti@sekolah.test', 'Petugas');
    await page.getByTestId('user-form').waitFor({ state: 'detached' });
    await waitForText(page, 'user-siti@sekolah.test', /Siti Aminah[\s\S]*Petugas[\s\S]*Belum pernah masuk/);
    const own = page.getByTestId(`user-${ADMIN.email}`);
    expect(await own.innerText()).toContain('Anda');
    expect(await own.getByTestId('remove-user').count()).toBe(0);

    const siti = await visit();
    await siti.goto('/login');
    await login(siti, { email: 'siti@sekolah.test', password });
    await waitForText(siti, 'user-menu', /Siti Aminah/);
  });

  it('are told at its field what is wrong', async () => {
    const { email } = await person('Dewi', 'pemantau');
    const page = await settings('pengguna');
    await page.getByTestId('add-user').click();
    await page.waitForFunction(() => document.activeElement?.closest('[data-testid=user-nama]'));
    await page.getByTestId('save-user').click();
    await waitForText(page, 'user-nama', /Tulis namanya/);
    await waitForText(page, 'user-email', /e-mail yang benar/);
    await field(page, 'user-password').fill('pendek');
    await waitForText(page, 'user-password', /paling sedikit 10/);
    // What was typed is given up by its button only.
    await page.keyboard.press('Escape');
    await cancel(page);

    await add(page, 'Dewi Lain', email.toUpperCase(), 'Petugas');
    await waitForText(page, 'user-email', /Sudah ada pengguna/);
    await cancel(page);

    await page.getByTestId(`user-${ADMIN.email}`).getByTestId('change-user').click();
    await chooseRole(page, 'Petugas');
    await page.getByTestId('save-user').click();
    await waitForText(page, 'user-role', /Harus selalu ada seorang admin/);
    expect(await page.getByTestId('user-password').count()).toBe(0);
  });

  it('see and do what their role allows: petugas', async () => {
    const page = await visitAs(as(await person('Rina', 'petugas')), '/admin/sync-pembayaran');
    await page.getByTestId('start-button').waitFor();
    await page.goto('/admin/pengaturan?tab=pengguna');
    await page.getByTestId('schedule-save').waitFor();
    for (const admins of ['tab-pengguna', 'users', 'create-token-button']) {
      expect(await page.getByTestId(admins).count()).toBe(0);
    }
    await page.getByText('diatur oleh admin').waitFor();
  });

  it('see and do what their role allows: pemantau', async () => {
    const page = await visitAs(as(await person('Joko', 'pemantau')), '/admin/sync-pembayaran');
    await page.getByTestId('recent-runs').waitFor();
    expect(await page.getByTestId('start-button').count()).toBe(0);
    await page.goto('/admin/pengaturan?tab=catatan');
    await waitForText(page, 'schedule', /hanya dapat melihat jadwal/);
    expect(await page.getByTestId('schedule-save').count()).toBe(0);
    expect(await page.getByTestId('audit').count()).toBe(0);
    await page.goto('/admin');
    await waitForText(page, 'first-steps', /Mintalah petugas atau admin/);
    expect(await page.getByTestId('first-run').count()).toBe(0);
  });

  it('change their own password; the old one is refused', async () => {
    const joko = await person('Joko', 'pemantau');
    const page = await visitAs(as(joko), '/admin/pengaturan');
    const change = async (current: string, password: string, again = password) => {
      await field(page, 'password-current').fill(current);
      await field(page, 'password-new').fill(password);
      await field(page, 'password-again').fill(again);
      await page.getByTestId('save-password').click();
    };
    await page.getByTestId('change-password').click();
    await change('salah-sekali', 'kata-sandi-baru', 'kata-sandi-lain');
    await waitForText(page, 'password-again', /Tidak sama/);
    await change('salah-sekali', 'kata-sandi-baru');
    await waitForText(page, 'password-current', /salah/);
    await change(PASSWORD, 'kata-sandi-baru');
    await page.getByTestId('notice').getByText('Kata sandi diganti').waitFor();
    await page.reload();
    await page.getByTestId('change-password').waitFor();

    expect((await stack.client.post('/auth/login', as(joko))).status).toBe(401);
    await visitAs(as(joko, 'kata-sandi-baru'), '/admin/siswa');
  });

  it('see where they are signed in, and end it there', async () => {
    const dian = as(await person('Dian', 'pemantau'));
    const [page, lost, other] = [
      await visitAs(dian, '/admin/siswa'),
      await visitAs(dian, '/admin/siswa'),
      await visitAs(dian, '/admin/siswa'),
    ];
    await page.goto('/admin/pengaturan');
    const rows = page.getByTestId('session');
    await waitForCount(rows, 3);
    expect(await rows.filter({ hasText: 'sesi ini' }).innerText()).toMatch(/Chrome di Linux/);
    await page.getByTestId('end-others').click();
    await page.getByTestId('confirm-end-others').click();
    await waitForCount(rows, 1);
    for (const gone of [lost, other]) {
      await gone.reload();
      await gone.getByTestId('login-email').waitFor();
    }
  });

  it('are changed and deleted by an admin, who is asked first', async () => {
    const budi = await person('Budi Santoso', 'pemantau');
    const page = await settings('pengguna');
    const row = page.getByTestId(budi.row);
    await row.getByTestId('change-user').click();
    await field(page, 'user-nama').fill('Budi Hartono');
    await chooseRole(page, 'Petugas');
    await page.getByTestId('save-user').click();
    await waitForText(page, budi.row, /Budi Hartono[\s\S]*Petugas/);
    await page.getByTestId('user-form').waitFor({ state: 'detached' });
    await row.getByTestId('remove-user').click();
    expect(await page.getByRole('alertdialog').innerText()).toContain('Budi Hartono');
    await page.getByTestId('confirm-remove-user').click();
    await row.waitFor({ state: 'detached' });
    expect((await stack.client.post('/auth/login', as(budi))).status).toBe(401);
  });

  it('are named in the audit list with what they did', async () => {
    const [tono, wati] = [await person('Tono', 'petugas'), await person('Wati', 'pemantau')];
    await stack.client.send('DELETE', `/auth/users/${wati.id}`);
    const sync = await visitAs(as(tono), '/admin/sync-pembayaran');
    await sync.getByTestId('start-button').click();
    await waitForText(sync, 'status-badge', /Selesai/);
    const { runId } = await stack.client.progress();

    const page = await settings('catatan');
    await waitForText(
      page,
      'audit-list',
      new RegExp(`Tono memulai sinkronisasi #${runId} \\(Semua siswa\\)`),
    );
    await waitForText(page, 'audit-list', /menghapus pengguna Wati/);
    await waitForText(page, 'audit-list', /menambahkan pengguna Tono \(Petugas\)/);
    await page.getByTestId('audit-action').click();
    await page.getByRole('option', { name: 'Memulai sinkronisasi' }).click();
    await page.getByText('menghapus pengguna').first().waitFor({ state: 'detached' });
    expect(await textOf(page, 'audit-list')).not.toContain('menambahkan');
    await page
      .getByTestId('audit-list')
      .getByRole('link', { name: `#${runId}` })
      .click();
    await page.waitForURL(`**/admin/sync-pembayaran/runs/${runId}`);
  });

  it('are hindered by nothing', async () => {
    const { row } = await person('Sari', 'petugas');
    const page = await settings('umum', LOOKED_AT);
    const { found, check } = watchHindrances(page);
    await page.getByTestId('schedule-save').waitFor();
    await check('general');
    await page.getByTestId('change-password').click();
    await page.getByTestId('save-password').click();
    await waitForText(page, 'password-new', /paling sedikit/);
    await check('password');
    await page.keyboard.press('Escape');

    await page.getByTestId('tab-pengguna').click();
    await page.getByTestId('user-list').waitFor();
    await page.getByTestId('save-password').waitFor({ state: 'detached' });
    await check('users');
    await page.getByTestId('add-user').click();
    await page.getByTestId('random-password').click();
    await page.getByTestId('save-user').click();
    await check('add');
    await page.getByTestId('user-role').click();
    await page.getByRole('option').first().waitFor();
    await check('roles');
    await page.keyboard.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await page.getByTestId('user-form').waitFor({ state: 'detached' });
    await page.getByTestId(row).getByTestId('change-user').click();
    await page.getByTestId('user-form').waitFor();
    await check('change');
    await page.keyboard.press('Escape');
    await page.getByTestId('user-form').waitFor({ state: 'detached' });
    await page.getByTestId(row).getByTestId('remove-user').click();
    await page.getByTestId('confirm-remove-user').waitFor();
    await check('delete');
    await page.keyboard.press('Escape');
    await page.getByTestId('confirm-remove-user').waitFor({ state: 'detached' });

    await page.getByTestId('tab-catatan').click();
    await page.getByTestId('audit-list').waitFor();
    await check('audit');
    expect(found).toEqual({});
  });
});
