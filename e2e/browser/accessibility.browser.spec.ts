import type { Page } from 'playwright-core';
import { LOOKED_AT, watchHindrances } from '../support/axe';
import { login, openAt, waitForText, makeWebhook } from '../support/browser';
import { Receiver } from '../support/receiver';
import { inBrowser, stack, visit } from '../support/in-browser';

describe('the pages for everybody', () => {
  inBrowser('accessibility', { students: 24 });
  let reviewed: string;

  beforeAll(async () => {
    await stack.client.runToEnd();
    const rows = await stack.query<{ idperson: string }>(
      'SELECT idperson FROM siswa WHERE jumlah_periode > 1 ORDER BY idperson LIMIT 1',
    );
    reviewed = String(rows[0]!.idperson);
  });

  it('hinder nobody who reads', async () => {
    const page = await visit(LOOKED_AT);
    const { found, check } = watchHindrances(page);

    await page.goto('/login');
    await page.getByTestId('login-email').waitFor();
    await check('login');
    await page.getByTestId('forgot-password').locator('summary').click();
    await page.getByText('npm run password').waitFor();
    await check('login, forgot');
    await login(page);
    await page.getByTestId('siswa-table').waitFor();
    await check('siswa');
    await listStates(page, check);
    await page.getByTestId('user-menu').click();
    await page.getByTestId('logout-button').waitFor();
    await check('user menu');

    await stack.faults({ notFound404: 0.1, fewerPeriods: 1 });
    const partial = await stack.client.runToEnd();
    await stack.faults({});
    await page.goto('/admin/sync-pembayaran');
    await waitForText(page, 'status-badge', /Selesai/);
    await check('sync, partial');
    await runPage(page, partial, check);
    await page.goto('/admin/perhatian');
    await page.getByTestId('perhatian-gagal').locator('summary').click();
    await check('perhatian');
    await page.goto(`/admin/siswa/${reviewed}`);
    await page.getByTestId('review-apply').click();
    await page.getByTestId('confirm-review').waitFor();
    await check('student, dialog');
    await page.keyboard.press('Escape');
    await check('student');
    expect(found).toEqual({});
  });

  it('hinder nobody while a run goes on, or is to begin', async () => {
    const page = await visit(LOOKED_AT);
    const { found, check } = watchHindrances(page);
    await stack.client.post('/admin/sync-pembayaran/reset');
    await openAt(page, '/admin/sync-pembayaran');
    await waitForText(page, 'status-badge', /Siap/);
    await check('sync, idle');
    await stack.faults({ latencyMs: 20_000 });
    await page.getByTestId('start-button').click();
    await waitForText(page, 'status-badge', /Sedang Berjalan/);
    await check('sync, running');
    await page.getByTestId('queue-button').click();
    await page.getByTestId('queued-run').waitFor();
    await check('sync, queued');
    await page.getByTestId('take-back-button').click();
    await page.getByTestId('queued-run').waitFor({ state: 'detached' });
    await page.getByTestId('cancel-button').click();
    await page.getByTestId('confirm-cancel').waitFor();
    await check('sync, dialog');
    await page.getByTestId('confirm-cancel').click();
    await waitForText(page, 'status-badge', /Dibatalkan/);
    await stack.faults({});

    await page.goto('/admin/pengaturan');
    await page.getByTestId('create-token-button').waitFor();
    await page.getByTestId('schedule-save').waitFor();
    await check('pengaturan');
    await page.getByTestId('schedule-expert').locator('input').check();
    await check('pengaturan, cron');
    await page.getByTestId('create-token-button').click();
    await page.getByTestId('token-name').waitFor();
    await check('pengaturan, dialog');
    await page.goto('/admin/pengaturan?tab=koneksi');
    await page.getByTestId('test-koneksi').click();
    await page.getByTestId('test-result').locator('summary').click();
    await check('pengaturan, koneksi');
    const receiver = await Receiver.start();
    await makeWebhook(page, receiver.url);
    await page.getByTestId('test-webhook').last().click();
    await page.getByTestId('webhook-deliveries').last().click();
    await page.getByTestId('resend').first().waitFor();
    await check('pengaturan, webhook');
    receiver.stop();
    await page.goto('/admin/pengaturan?tab=peringatan');
    await page.getByTestId('create-penerima').click();
    await page.getByTestId('penerima-email').locator('input').fill(`${Date.now()}@sekolah.test`);
    await check('pengaturan, peringatan, dialog');
    await page.getByTestId('penerima-submit').click();
    await page.getByTestId('penerima-deliveries').last().click();
    await page.getByText('Belum ada kiriman').waitFor();
    await page.getByTestId('mail-missing').waitFor();
    await check('pengaturan, peringatan');
    expect(found).toEqual({});
  });
});

async function runPage(page: Page, id: string, check: (state: string) => Promise<void>): Promise<void> {
  await page.goto(`/admin/sync-pembayaran/runs/${id}`);
  await page.getByTestId('run-perhatian').getByText('siswa').first().waitFor();
  await page.getByTestId('reviews-apply').waitFor();
  await check('run');
  for (const tab of ['siswa', 'teknis']) {
    await page.getByTestId(`tab-${tab}`).click();
    await page.getByTestId(tab === 'siswa' ? 'ledger-count' : 'run-facts').waitFor();
    await check(`run, ${tab}`);
  }
  await page.goto('/admin/sync-pembayaran/runs');
  await page.getByTestId('run-row').first().waitFor();
  await check('runs');
  await page.goto(`/admin/sync-pembayaran/runs/${id}`);
  await page.getByTestId('reviews-apply').click();
  await page.getByTestId('confirm-reviews').waitFor();
  await check('run, dialog');
}

async function listStates(page: Page, check: (state: string) => Promise<void>): Promise<void> {
  await page.getByTestId('siswa-table').locator('input[type=checkbox]').nth(1).check();
  await page.getByTestId('selection-bar').waitFor();
  await check('siswa, chosen');
  await page.getByTestId('export-menu').click();
  await page.getByTestId('export-csv').waitFor();
  await check('siswa, export');
  await page.keyboard.press('Escape');
  await page.getByTestId('sync-menu').click();
  await page.getByTestId('sync-stale').waitFor();
  await check('siswa, menu');
  await page.getByTestId('sync-stale').click();
  await waitForText(page, 'scope-size', /siswa/);
  await check('siswa, dialog');
  await page.keyboard.press('Escape');
  await page.getByTestId('scope-size').waitFor({ state: 'hidden' });
}
