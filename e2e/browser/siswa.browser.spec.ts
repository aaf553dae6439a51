import { readFile } from 'node:fs/promises';
import type { RingkasanDto, SiswaPageDto } from '@bantubayar/shared';
import { LOOKED_AT, watchHindrances } from '../support/axe';
import { atRest, openAt, waitForCount, waitForText } from '../support/browser';
import { inBrowser, page, stack, visit } from '../support/in-browser';

const STALE = 5;

describe('the list of students in a browser', () => {
  inBrowser('siswa_browser', { students: 60 });

  beforeAll(async () => {
    await stack.client.runToEnd();
    await stack.query(
      `UPDATE siswa SET fetched_at = fetched_at - INTERVAL 30 HOUR ORDER BY idperson LIMIT ${STALE}`,
    );
  });

  async function openList(query = '', at = page) {
    await openAt(at, `/admin/siswa${query}`);
    await at.getByTestId('siswa-table').waitFor();
  }
  const sums = async (query = '') =>
    (await stack.client.get<RingkasanDto>(`/admin/siswa/ringkasan?${query}`)).body;
  const totalIs = (name: string, value: number) =>
    waitForText(page, `totals-${name}`, new RegExp(`\\D${value.toLocaleString('id-ID')}$`));
  const listed = (count: number) => waitForText(page, 'page-range', new RegExp(` dari ${count}$`));

  async function confirmAndWatch(total: number) {
    await waitForText(page, 'scope-size', new RegExp(`^${total} siswa, kira-kira \\d+ dtk$`));
    await page.getByTestId('confirm-scope').click();
    await page.waitForURL('**/admin/sync-pembayaran');
    await waitForText(page, 'status-badge', /Selesai/);
    await waitForText(page, 'total', new RegExp(`^${total}$`));
  }
  const students = async (query: string) =>
    (await stack.client.get<SiswaPageDto>(`/admin/siswa?${query}`)).body.total;

  it('is summed up as it is filtered', async () => {
    const all = await sums();
    await openList();
    await totalIs('total', all.total);
    await totalIs('lunas', all.lunas);
    await totalIs('belumLunas', all.belumLunas);
    await totalIs('belumSinkron', all.belumSinkron);
    await totalIs('tunggakan', all.tunggakan);
    await totalIs('belumJatuhTempo', all.belumJatuhTempo);

    await page.getByTestId('siswa-search').locator('input').fill('a');
    const some = await sums('search=a');
    await totalIs('total', some.total);
    await totalIs('tunggakan', some.tunggakan);
  });

  it('is narrowed to a status by its total, and widened again', async () => {
    const all = await sums();
    await openList();
    const button = page.getByTestId('totals-belumLunas');
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/status=belum_lunas/);
    await listed(all.belumLunas);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await totalIs('lunas', all.lunas);
    await page.getByTestId('totals-lunas').click();
    await listed(all.lunas);
    await totalIs('tunggakan', 0);
    await page.getByTestId('totals-lunas').click();
    await listed(all.total);
    expect(page.url()).not.toContain('status');
  });

  it('shows those not fetched for a day, and no other ones', async () => {
    await openList();
    await waitForText(page, 'stale-notice', /5 siswa belum diambil dalam 24 jam terakhir/);
    await page.getByTestId('stale-show').click();
    await page.waitForURL(/staleHours=24/);
    await listed(STALE);
    await totalIs('total', STALE);
    await page.getByTestId('stale-chip').getByRole('button').click();
    await listed(60);
    await page.getByTestId('stale-show').click();
    await listed(STALE);
    await page.getByRole('button', { name: 'Hapus saringan' }).click();
    await listed(60);
    expect(page.url()).not.toContain('staleHours');
  });

  it('is sorted by the latest change', async () => {
    await stack.query('UPDATE siswa SET changed_at = changed_at + INTERVAL 1 MINUTE LIMIT 1');
    const [latest] = await stack.query<{ nama: string }>(
      'SELECT nama FROM siswa ORDER BY changed_at DESC LIMIT 1',
    );
    await openList('?sort=-changedAt');
    await page.getByTestId('siswa-table').locator('tbody tr').first().getByText(latest!.nama).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  it('shows the columns that somebody has chosen, and remembers them', async () => {
    const heads = page.getByTestId('siswa-table').locator('th');
    const openMenu = async () => {
      await page.getByTestId('columns-menu').click();
      await page.getByTestId('columns-reset').waitFor();
      await atRest(page);
    };
    await openList();
    const usual = await heads.allInnerTexts();
    const fewer = usual.filter((head) => head !== 'Saldo');
    await openMenu();
    await page.getByTestId('column-saldo').locator('input').uncheck();
    await waitForCount(heads, fewer.length);
    expect(await heads.allInnerTexts()).toEqual(fewer);
    await page.reload();
    await page.getByTestId('siswa-table').waitFor();
    expect(await heads.allInnerTexts()).toEqual(fewer);
    await openMenu();
    await page.getByTestId('columns-reset').click();
    await waitForCount(heads, usual.length);
    expect(await heads.allInnerTexts()).toEqual(usual);
  });

  it('hinders nobody', async () => {
    const seen = await visit(LOOKED_AT);
    const { found, check } = watchHindrances(seen);
    await openList('', seen);
    await seen.getByTestId('stale-show').waitFor();
    await check('list');
    await seen.getByTestId('more-filters').click();
    await seen.getByTestId('filter-kamar').waitFor();
    await check('filters');
    await seen.getByTestId('columns-menu').click();
    await seen.getByTestId('columns-reset').waitFor();
    // Phones have cards instead of columns.
    await check('columns', { onPhone: false });
    await seen.keyboard.press('Escape');
    await seen.getByTestId('columns-reset').waitFor({ state: 'hidden' });
    await seen.getByTestId('stale-show').click();
    await seen.getByTestId('stale-chip').waitFor();
    await seen.getByTestId('totals-belumLunas').click();
    await seen.waitForURL(/status=belum_lunas/);
    await check('those who owe');
    expect(found).toEqual({});
  });

  it('brings those up to date that are not', async () => {
    await openList();
    await page.getByTestId('stale-sync').click();
    await waitForText(page, 'scope-size', /^5 siswa/);
    const hours = page.getByTestId('stale-hours').locator('input');
    expect(await hours.inputValue()).toBe('24');
    await hours.fill('48');
    await waitForText(page, 'scope-size', /Tidak ada siswa/);
    expect(await page.getByTestId('confirm-scope').isDisabled()).toBe(true);
    await hours.fill('24');
    await waitForText(page, 'scope-size', /^5 siswa/);
    await page.getByTestId('confirm-scope').click();
    await page.waitForURL('**/admin/sync-pembayaran');
    await waitForText(page, 'status-badge', /Selesai/);
    await waitForText(page, 'total', /^5$/);
    await page.goto('/admin/siswa');
    await totalIs('total', 60);
    expect(await page.getByTestId('stale-notice').count()).toBe(0);
    await waitForText(page, 'totals-total', /60/);
  });

  it('is synchronised in part: those chosen by mouse and keyboard', async () => {
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

  it('is synchronised in part: all that the filter matches, beyond the page', async () => {
    const total = await students('status=belum_lunas&search=a');
    await openList('?status=belum_lunas&search=a&limit=2');
    await page.getByTestId('choose-page').locator('input').check();
    await waitForText(page, 'choose-all', new RegExp(`^Pilih semua ${total} siswa yang cocok$`));
    await page.getByTestId('choose-all').click();
    await waitForText(page, 'selection-bar', new RegExp(`^Semua ${total} siswa yang cocok dipilih`));
    expect(await page.getByTestId('export-chosen').getAttribute('href')).toMatch(
      /search=a.*status=belum_lunas/,
    );
    await page.getByRole('button', { name: 'Berikutnya' }).click();
    await waitForText(page, 'page-range', new RegExp(`^3–4 dari ${total}$`));
    await waitForText(page, 'selection-bar', /^Semua/);
    expect(await page.getByTestId('choose-page').locator('input').isChecked()).toBe(true);
    await page.getByTestId('sync-chosen').click();
    await page.getByText('Cari “a”, Status Belum Lunas').waitFor();
    await confirmAndWatch(total);
  });

  it('is synchronised in part: those of the filter', async () => {
    const [unit] = await stack.query<{ lembaga: string; n: number }>(
      'SELECT UnitFormal AS lembaga, COUNT(*) AS n FROM siswa GROUP BY UnitFormal ORDER BY n DESC LIMIT 1',
    );
    await openList(`?lembaga=${encodeURIComponent(unit!.lembaga)}`);
    await page.getByTestId('sync-menu').click();
    await page.getByTestId('sync-filter').click();
    await confirmAndWatch(unit!.n);
  });

  it('is synchronised in part: those of a dormitory, filtered behind the fold', async () => {
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

  it('is exported as it is filtered, and those who are chosen', async () => {
    await openList('?status=belum_lunas&sort=-tunggakan');
    await page.getByTestId('export-menu').click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-csv').click()]);
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength((await students('status=belum_lunas')) + 1);
    const boxes = page.getByTestId('siswa-table').locator('tbody input[type=checkbox]');
    for (const row of [0, 2]) await boxes.nth(row).check();
    const [chosen] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('export-chosen').click(),
    ]);
    expect(chosen.suggestedFilename()).toMatch(/xlsx$/);
    expect(chosen.url()).toMatch(/idperson=\d+%2C\d+$/);
  });
});
