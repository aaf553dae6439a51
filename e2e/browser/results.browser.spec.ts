import type { SiswaDetailDto } from '@bantubayar/shared';
import { openAt, waitForText } from '../support/browser';
import { inBrowser, page, stack } from '../support/in-browser';

const STUDENTS = 40;

describe('results of a run in a browser', () => {
  inBrowser('results_browser', { students: STUDENTS });
  let unknown: number[];
  let fewer: number[];

  beforeAll(async () => {
    await stack.client.runToEnd();
    const rows = await stack.query<{ idperson: string }>(
      'SELECT idperson FROM siswa WHERE jumlah_periode > 1 ORDER BY idperson LIMIT 7',
    );
    const ids = rows.map(({ idperson }) => Number(idperson));
    [unknown, fewer] = [ids.slice(0, 3), ids.slice(3)];
  });
  afterEach(async () => {
    await stack.faults({});
  });

  const student = async (idperson: number) =>
    (await stack.client.get<SiswaDetailDto>(`/admin/siswa/${idperson}`)).body;

  it('group failures by reason; one reason is tried again', async () => {
    await stack.faults({ notFound404: 1, onlyIdpersons: unknown });
    const runId = await stack.client.runToEnd();
    await stack.faults({});
    await openAt(page, `/admin/sync-pembayaran/runs/${runId}`);
    await waitForText(page, 'run-perhatian', /Perlu tindakan Anda\s+Siswa tidak dikenal/);
    await page.getByTestId('show-not_found').click();
    await page.waitForURL(/tab=siswa&reason=not_found/);
    await page.getByTestId('ledger').getByText('Alasan: Siswa tidak dikenal').waitFor();
    await waitForText(page, 'ledger-count', /^3 siswa$/);
    await page.getByTestId(`retry-siswa-${unknown[0]}`).click();
    await page.waitForURL('**/admin/sync-pembayaran');
    await waitForText(page, 'total', /^1$/);
    await waitForText(page, 'status-badge', /Selesai/);

    await openAt(page, `/admin/sync-pembayaran/runs/${runId}`);
    await waitForText(page, 'run-mended', /^1 di antaranya/);
    await waitForText(page, 'retry-button', /Coba lagi 2 siswa/);
    await page.getByTestId('retry-not_found').click();
    await page.waitForURL('**/admin/sync-pembayaran');
    await waitForText(page, 'total', /^2$/);
    await waitForText(page, 'status-badge', /Selesai/);
    await openAt(page, `/admin/sync-pembayaran/runs/${runId}`);
    await waitForText(page, 'run-retries', /Diulang oleh #\d+, #\d+/);
    expect(await page.getByTestId('retry-button').count()).toBe(0);
    await page.getByTestId('run-retries').getByRole('link').first().click();
    await waitForText(page, 'run-parent', new RegExp(`Mengulang #${runId}`));
  });

  it('list all runs, and find the list again when coming back from one', async () => {
    const runId = await stack.client.runToEnd();
    await openAt(page, '/admin/sync-pembayaran');
    await page.getByTestId('all-runs').click();
    await page.getByTestId('run-row').first().waitFor();
    await page.getByTestId('runs-status').click();
    await page.getByRole('option', { name: 'Selesai', exact: true }).click();
    await page.waitForURL(/runs\?status=completed/);
    await page.getByText(`#${runId} oleh Admin`).click();
    await page.waitForURL(`**/runs/${runId}`);
    await page.goBack();
    await page.getByText(`#${runId} oleh Admin`).waitFor();
    expect(page.url()).toContain('status=completed');
    await page.getByTestId('runs-to').locator('input').fill('2020-01-01');
    await page.getByText('Tidak ada sinkronisasi yang cocok').waitFor();
  });

  it('show a run and its log while it is under way', async () => {
    await stack.faults({ latencyMs: 1_500 });
    const { runId } = (await stack.client.start()).body;
    await openAt(page, `/admin/sync-pembayaran/runs/${runId}`);
    await waitForText(page, 'percent', /^[\d,]+ %$/);
    await page.getByTestId('tab-teknis').click();
    await waitForText(page, 'activity-log', /siswa akan diambil/);
    await waitForText(page, 'activity-log', /Selesai dalam/);
    await page.getByTestId('tab-siswa').click();
    await page.getByTestId('ledger').getByText('Tidak berubah').first().waitFor();
  });

  it('put an answer with less than what is stored to the admin, student by student', async () => {
    await stack.faults({ fewerPeriods: 1, onlyIdpersons: fewer });
    await stack.client.runToEnd();
    const [idperson] = fewer as [number];
    const before = await student(idperson);
    await openAt(page, `/admin/siswa/${idperson}`);
    await waitForText(page, 'review-notice', /Jawaban terakhir perlu ditinjau: Jumlah periode lebih sedikit/);
    await waitForText(page, 'review-stored', new RegExp(`${before.periode.length} tahun ajaran`));
    await waitForText(page, 'review-kept', new RegExp(`${before.periode.length - 1} tahun ajaran`));
    await page.getByTestId('review-apply').click();
    await page.getByTestId('confirm-review').click();
    // The next one that waits opens by itself.
    await page.waitForURL(({ pathname }) => !pathname.endsWith(`/${idperson}`));
    await page.getByTestId('review-notice').waitFor();
    expect((await student(idperson)).periode).toHaveLength(before.periode.length - 1);
  });

  it('put all such answers of a run to the admin', async () => {
    await stack.client.runToEnd();
    await stack.faults({ fewerPeriods: 1, onlyIdpersons: fewer });
    const runId = await stack.client.runToEnd();
    await openAt(page, `/admin/sync-pembayaran/runs/${runId}`);
    await waitForText(page, 'review-button', new RegExp(`Tinjau ${fewer.length} jawaban`));
    await page.getByTestId('reviews-drop').click();
    expect(await page.getByRole('alertdialog').innerText()).toContain(`${fewer.length} siswa`);
    await page.getByTestId('confirm-reviews').click();
    await page.getByTestId('run-reviews').waitFor({ state: 'detached' });
    expect((await student(fewer[0]!)).review).toBeNull();
  });
});
