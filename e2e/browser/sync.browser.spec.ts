import { login, makeWebhook, openAt, textOf, waitForText } from '../support/browser';
import { eventually } from '../support/eventually';
import { inBrowser, page, stack, visit } from '../support/in-browser';
import { scriptsOf, shiftsOf, watchShifts } from '../support/page-weight';
import { Receiver } from '../support/receiver';
import { ADMIN } from '../support/stack';

const STUDENTS = 500;
const TOTAL = '500';

/** Of a page while a run goes on. */
const LONGEST_TASK_MS = 200;

/** JavaScript on the wire: the most files, and bytes; siswa after the login. */
const WEIGHTS = {
  login: { files: 8, bytes: 100_000 },
  siswa: { files: 12, bytes: 240_000 },
  sync: { files: 12, bytes: 180_000 },
};

type Weight = (typeof WEIGHTS)['login'];

describe('the pages in a browser', () => {
  inBrowser('browser', { students: STUDENTS, latencyMs: 20 });

  beforeEach(async () => {
    await stack.faults({});
    await stack.client.post('/admin/sync-pembayaran/cancel');
    await stack.client.progressUntil(({ isRunning }) => !isRunning);
    await stack.client.post('/admin/sync-pembayaran/reset');
  });

  const expectLight = (loaded: Weight, most: Weight) => {
    expect(loaded.files).toBeLessThanOrEqual(most.files);
    expect(loaded.bytes).toBeLessThanOrEqual(most.bytes);
  };
  const text = (id: string) => textOf(page, id);
  const textIs = (id: string, pattern: RegExp) => waitForText(page, id, pattern);
  const focused = (id: string) => page.getByTestId(id).evaluate((each) => each === document.activeElement);
  async function openSyncPage(at = page) {
    await at.goto('/login?next=/admin/sync-pembayaran');
    await login(at);
    await at.getByTestId('start-button').waitFor();
  }

  it('lead from the login to 100 % and to a student’s payments', async () => {
    await page.goto('/login');
    await page.getByTestId('login-submit').waitFor();
    expectLight(await scriptsOf(page), WEIGHTS.login);
    await login(page);
    await page.waitForURL('**/admin/siswa');
    await page.getByTestId('siswa-table').getByText('Belum Sinkron').first().waitFor();
    expectLight(await scriptsOf(page), WEIGHTS.siswa);
    await page.getByTestId('sync-payments-button').click();
    await page.waitForURL('**/admin/sync-pembayaran');
    await textIs('status-badge', /Siap/);
    await page.getByTestId('start-button').click();
    await textIs('status-badge', /Sedang Berjalan/);
    await textIs('status-badge', /Selesai/);
    expect(await text('percent')).toMatch(/100/);
    for (const id of ['total', 'success', 'processed']) expect(await text(id)).toContain(TOTAL);
    expect(await page.getByTestId('progress-bar').getAttribute('aria-valuenow')).toBe('100');
    await page.getByTestId('technical').locator('summary').click();
    expect(await text('activity-log')).toContain('Selesai dalam');

    await page.goto('/admin/siswa?sort=-tunggakan');
    await page.getByTestId('siswa-table').getByText('Belum Lunas').first().click();
    await page.waitForURL(/\/admin\/siswa\/\d+$/);
    await page.getByText('Tagihan').first().waitFor();
    expect(await page.locator('main').innerText()).toMatch(/Kurang\s+Rp\s?[\d.]+/);
    await page.getByTestId('sync-one-button').click();
    await page.getByText(/sudah sesuai, tidak ada perubahan/).waitFor();
  });

  it('send a visitor to the login without asking the API, and know a session made elsewhere', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/admin/pengaturan');
    await page.waitForURL('**/login?next=/admin/pengaturan');
    await page.getByTestId('login-email').waitFor();
    expect(asked).not.toContain('/auth/me');
    await page.request.post('/auth/login', { data: ADMIN });
    await page.goto('/admin/pengaturan');
    await page.getByTestId('create-token-button').waitFor();
  });

  it('find the run again after a reload in the middle', async () => {
    await openSyncPage();
    await stack.faults({ latencyMs: 300 });
    await page.getByTestId('start-button').click();
    await eventually(async () => (Number((await text('processed')).replace(/\D/g, '')) > 20 ? true : null));
    const before = Number((await text('processed')).replace(/\D/g, ''));
    await page.reload();
    await textIs('status-badge', /Sedang Berjalan/);
    expect(Number((await text('processed')).replace(/\D/g, ''))).toBeGreaterThanOrEqual(before);
    expect(await page.getByTestId('start-button').isDisabled()).toBe(true);
    await stack.faults({});
    await textIs('status-badge', /Selesai/);
  });

  it('cancel after asking with numbers, and go back to Siap', async () => {
    await openSyncPage();
    await stack.faults({ latencyMs: 300 });
    await page.getByTestId('start-button').click();
    await eventually(async () => (Number((await text('processed')).replace(/\D/g, '')) > 20 ? true : null));
    await page.getByTestId('cancel-button').click();
    const dialog = page.getByRole('alertdialog');
    expect(await dialog.innerText()).toMatch(/dari 500 siswa/);
    await dialog.getByTestId('confirm-cancel').click();
    await textIs('status-badge', /Dibatalkan/);
    expect(await text('percent')).not.toMatch(/100/);
    expect(
      await page.evaluate(() => document.activeElement!.closest('[data-testid=run-card]') !== null),
    ).toBe(true);
    await page.getByTestId('reset-button').click();
    await textIs('status-badge', /Siap/);
  });

  it('tell wherever one is how far the run is and how it has ended, without anything jumping', async () => {
    await stack.faults({ latencyMs: 2_000 });
    await openAt(page, '/admin/siswa');
    await page.getByTestId('siswa-table').waitFor();
    await stack.client.start();
    const watching = await visit();
    await openAt(watching, '/admin/sync-pembayaran');
    await watching.getByTestId('percent').waitFor();
    expectLight(await scriptsOf(watching), WEIGHTS.sync);
    await watching.evaluate(watchShifts);
    await page.getByTestId('run-line').waitFor();
    await stack.faults({});
    await page
      .getByTestId('notice')
      .getByText(/Sinkronisasi selesai: 500 siswa/)
      .waitFor();
    await waitForText(watching, 'status-badge', /Selesai/);
    const { shift, longest } = await shiftsOf(watching);
    expect(shift).toBeLessThanOrEqual(0.02);
    expect(longest).toBeLessThanOrEqual(LONGEST_TASK_MS);
    await page.getByTestId('notice-more').click();
    await page.waitForURL(/\/admin\/sync-pembayaran\/runs\/\d+$/);
    await waitForText(page, 'headline', /Semua siswa sudah diambil/);
  });

  it('pause and go on', async () => {
    await openSyncPage();
    await stack.faults({ latencyMs: 200 });
    await page.getByTestId('start-button').click();
    await textIs('status-badge', /Sedang Berjalan/);
    await page.getByTestId('pause-button').press('Enter');
    await textIs('status-badge', /Dijeda/);
    // The keyboard's place goes to what can be done next.
    await eventually(async () => (await focused('resume-button')) || null);
    await page.keyboard.press('Enter');
    await stack.faults({});
    await textIs('status-badge', /Selesai/);
  });

  it('say that no worker is alive', async () => {
    await openSyncPage();
    await Promise.all(stack.workers.splice(0).map((worker) => worker.end()));
    await page.getByTestId('no-worker').waitFor();
    stack.startWorker();
    await page.getByTestId('no-worker').waitFor({ state: 'detached' });
  });

  it('search, filter and page through the students', async () => {
    await openAt(page, '/admin/siswa');
    const table = page.getByTestId('siswa-table');
    await table.waitFor();
    const [someone] = await stack.query<{ nama: string; idperson: string }>(
      'SELECT nama, idperson FROM siswa ORDER BY idperson DESC LIMIT 1',
    );
    await page.getByTestId('siswa-search').locator('input').fill(String(someone!.idperson));
    await table.getByText(someone!.nama).first().waitFor();
    await eventually(async () => (page.url().includes(`search=${someone!.idperson}`) ? true : null));
    await page.getByTestId('siswa-search').locator('input').fill('tidak ada yang bernama ini');
    await page
      .getByText(/tidak ada siswa/i)
      .first()
      .waitFor();
  });

  it('make a webhook, which is told of the next run', async () => {
    const receiver = await Receiver.start();
    await openAt(page, '/admin/pengaturan');
    await makeWebhook(page, receiver.url);
    const secret = (await page.getByTestId('secret').innerText()).trim();
    await stack.client.start();
    await eventually(async () => (receiver.types().includes('run.completed') ? true : null));
    receiver.verifyAll(secret);
    await page.getByTestId('webhook-deliveries').click();
    await page.getByTestId('webhooks').getByText('run.completed').first().waitFor();
    receiver.answer = (response) => void response.writeHead(500).end();
    await page.getByTestId('test-webhook').click();
    await page.getByTestId('webhooks').getByText('1 tidak terkirim').waitFor();
    await page.getByTestId('resend-failed').waitFor();
    await page.getByTestId('webhook-menu').click();
    await page.getByTestId('remove-webhook').click();
    await page.getByTestId('confirm-remove-webhook').click();
    await page.getByText('Belum ada webhook').waitFor();
    receiver.stop();
  });

  it('make a token once, and revoke it', async () => {
    await openAt(page, '/admin/pengaturan');
    await page.getByTestId('create-token-button').click();
    await page.getByTestId('token-name').locator('input').fill('Aplikasi keuangan');
    await page
      .getByLabel(/membaca.*sinkron|sync:read/i)
      .first()
      .check();
    await page.getByTestId('create-token-submit').click();
    const token = await page.getByTestId('secret').innerText();
    expect(token.trim()).toMatch(/^bb_/);
    expect((await stack.client.withToken(token.trim()).get('/auth/me')).status).toBe(200);
  });

  it.each([
    [390, 844],
    [768, 1024],
    [1366, 768],
  ])('fit into %i × %i', async (width, height) => {
    const seen = await visit({ width, height, dark: true });
    await openSyncPage(seen);
    for (const path of ['/admin/sync-pembayaran', '/admin/siswa', '/admin/pengaturan']) {
      await seen.goto(path);
      await seen.locator('main h1').first().waitFor();
      const overflow = await seen.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, overflow]).toEqual([path, 0]);
    }
  });
});
