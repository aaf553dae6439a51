import { readFile } from 'node:fs/promises';
import type { SiswaPageDto } from '@bantubayar/shared';
import { openAt, waitForText } from '../support/browser';
import { inBrowser, page, stack } from '../support/in-browser';

describe('some of the students in a browser', () => {
  inBrowser('scope_browser', { students: 60 });

  beforeAll(async () => {
    await runEnds(stack.client.start());
  });

  async function runEnds(start: ReturnType<typeof stack.client.start>): Promise<void> {
    const { runId } = (await start).body;
    await stack.client.progressUntil((now) => now.runId === runId && !now.isRunning);
  }
  async function openList(query = '') {
    await openAt(page, `/admin/siswa${query}`);
    await page.getByTestId('siswa-table').waitFor();
  }
  async function confirmAndWatch(total: number) {
    await waitForText(page, 'scope-size', new RegExp(`^${total} siswa, kira-kira \\d+ dtk$`));
    await page.getByTestId('confirm-scope').click();
    await page.waitForURL('**/admin/sync-pembayaran');
    await waitForText(page, 'status-badge', /Selesai/);
    await waitForText(page, 'total', new RegExp(`^${total}$`));
  }
  const students = async (query: string) =>
    (await stack.client.get<SiswaPageDto>(`/admin/siswa?${query}`)).body.total;

  it('are those chosen by mouse and keyboard', async () => {
    await openList();
    const boxes = page.getByTestId('siswa-table').locator('tbody input[type=checkbox]');
    await boxes.nth(0).check();
    await boxes.nth(2).focus();
    await page.keyboard.press('Space');
    await waitForText(page, 'selection-bar', /^2 siswa dipilih/);
    await page.getByTestId('choose-page').locator('input').check();
    await waitForText(page, 'selection-bar', /^50 siswa dipilih/);
    await page.getByTestId('choose-page').locator('input').uncheck();
    await page.getByTestId('selection-bar').waitFor({ state: 'detached' });
    for (const row of [0, 1, 4]) await boxes.nth(row).check();
    await page.getByTestId('sync-chosen').click();
    await confirmAndWatch(3);
  });

  it('are those of the filter', async () => {
    const [unit] = await stack.query<{ lembaga: string; n: number }>(
      'SELECT UnitFormal AS lembaga, COUNT(*) AS n FROM siswa GROUP BY UnitFormal ORDER BY n DESC LIMIT 1',
    );
    await openList(`?lembaga=${encodeURIComponent(unit!.lembaga)}`);
    await page.getByTestId('sync-menu').click();
    await page.getByTestId('sync-filter').click();
    await confirmAndWatch(unit!.n);
  });

  it('are those of a dormitory, filtered behind the fold', async () => {
    const [dormitory] = await stack.query<{ asrama: string; n: number }>(
      'SELECT AsramaPondok AS asrama, COUNT(*) AS n FROM siswa GROUP BY asrama HAVING asrama <> "" ORDER BY n DESC LIMIT 1',
    );
    const { asrama, n } = dormitory!;
    await openList();
    await page.getByTestId('more-filters').click();
    await page.getByTestId('filter-asrama').click();
    await page.getByRole('option', { name: new RegExp(`^${asrama}\\s*[\\d.]+$`) }).click();
    await page.waitForURL(/asrama=/);
    await waitForText(page, 'page-range', new RegExp(` dari ${n}$`));
    await page.getByTestId('columns-menu').click();
    await page.getByTestId('column-asrama').locator('input').check();
    await waitForText(page, 'siswa-table', new RegExp(`Asrama[\\s\\S]*${asrama}`));
    await page.keyboard.press('Escape');
    await page.reload();
    await waitForText(page, 'more-filters', /^Saringan lain \(1\)$/);
    await page.getByTestId('filter-kamar').waitFor();
    await page.getByTestId('sync-menu').click();
    await waitForText(page, 'sync-filter', new RegExp(`Asrama ${asrama}`));
    await page.getByTestId('sync-filter').click();
    await confirmAndWatch(n);
  });

  it('are those not fetched for some hours', async () => {
    await stack.query(
      'UPDATE siswa SET fetched_at = fetched_at - INTERVAL 30 HOUR ORDER BY idperson LIMIT 5',
    );
    await openList();
    await page.getByTestId('sync-menu').click();
    await page.getByTestId('sync-stale').click();
    await waitForText(page, 'scope-size', /^5 siswa/);
    await page.getByTestId('stale-hours').locator('input').fill('48');
    await waitForText(page, 'scope-size', /Tidak ada siswa/);
    expect(await page.getByTestId('confirm-scope').isDisabled()).toBe(true);
    await page.getByTestId('stale-hours').locator('input').fill('24');
    await confirmAndWatch(5);
  });

  it('are exported as they are filtered', async () => {
    await openList('?status=belum_lunas&sort=-tunggakan');
    await page.getByTestId('export-menu').click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-csv').click()]);
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength((await students('status=belum_lunas')) + 1);
    expect(lines[0]).toContain(';nama;');
  });
});
