import type { Page } from 'playwright-core';
import { LOOKED_AT, watchHindrances } from '../support/axe';
import { login, openAt, waitForText } from '../support/browser';
import { inBrowser, stack, visit } from '../support/in-browser';
import { shiftsOf, watchShifts } from '../support/page-weight';

const STUDENTS = 30;
const TOKEN = 'rahasia-layanan';
/** Those that have nothing to show yet; each leads to what comes first. */
const PAGES = ['/admin', '/admin/siswa', '/admin/tunggakan', '/admin/perhatian'];

describe('the first day', () => {
  // What the page asks for, and the payment service does not give, is told on the page.
  inBrowser(
    'first_day',
    { students: STUDENTS, simulatorToken: TOKEN, latencyMs: 20, env: { DEMO_DATA: 'false' } },
    /status of 502/,
  );

  async function eachPageLeadsTo(seen: Page, step: string, pages = PAGES): Promise<void> {
    await seen.addInitScript(watchShifts);
    for (const path of pages) {
      await seen.goto(path);
      await seen.getByTestId(step).waitFor();
      await seen.waitForLoadState('networkidle');
      expect({ path, jumps: (await shiftsOf(seen)).shift > 0.02 }).toEqual({ path, jumps: false });
    }
  }

  it('goes from nothing to the first student’s bills, past a connection that is refused', async () => {
    const seen = await visit(LOOKED_AT);
    const { found, check } = watchHindrances(seen);
    await seen.goto('/admin/siswa');
    await login(seen);
    await eachPageLeadsTo(seen, 'first-roster', ['/admin/sync-pembayaran', ...PAGES]);
    await check('no students');

    await seen.getByTestId('first-roster').click();
    await waitForText(seen, 'roster-problem', /Kredensial ditolak/);
    await seen.getByTestId('perhatian-koneksi').waitFor();
    await check('refused');
    await seen.goto('/admin/perhatian');
    await seen.getByTestId('first-roster').click();
    await seen.getByTestId('roster-problem').waitFor();
    await check('refused, perhatian');

    await seen.getByTestId('first-steps').getByTestId('to-koneksi').click();
    await waitForText(seen, 'koneksi-state', /Ditolak/);
    await seen.getByTestId('kredensial-token-field').locator('input').fill(TOKEN);
    await seen.getByTestId('save-kredensial').click();
    await waitForText(seen, 'test-result', new RegExp(`Terhubung: ${STUDENTS} siswa`));
    await waitForText(seen, 'koneksi-state', /Terhubung/);
    await check('connected');

    await stack.faults({ rosterMode: 'empty' });
    await seen.goto('/admin/siswa');
    await seen.getByTestId('first-roster').click();
    await waitForText(seen, 'roster-problem', /belum mengenal seorang siswa pun/);

    await stack.faults({});
    await seen.getByTestId('first-roster').click();
    await waitForText(seen, 'first-steps', new RegExp(`${STUDENTS} siswa`));
    await seen.getByTestId('siswa-table').waitFor();
    await check('nobody fetched');

    await eachPageLeadsTo(seen, 'first-run');
    await seen.getByTestId('first-run').click();
    await seen.waitForURL('**/admin/sync-pembayaran');
    await waitForText(seen, 'status-badge', /Selesai/);
    await seen.goto('/admin/siswa');
    await seen.getByTestId('siswa-table').getByRole('link').first().click();
    await seen.getByTestId('siswa-figures').waitFor();
    expect(found).toEqual({});

    await seen.goto('/admin');
    await seen.getByTestId('figure-siswa').waitFor();
    expect(await seen.getByTestId('first-steps').count()).toBe(0);
  });

  it('keeps the connection from those who are no admins', async () => {
    const who = { email: 'petugas@sekolah.test', password: 'kata-sandi-panjang' };
    await stack.client.post('/auth/users', { ...who, nama: 'Petugas', role: 'petugas' });
    const seen = await visit();
    await openAt(seen, '/admin/pengaturan?tab=koneksi', who);
    await seen.getByText('diatur oleh admin').waitFor();
    expect(await seen.getByTestId('koneksi').count()).toBe(0);
  });
});
