import type { DashboardDto, RingkasanDto } from '@bantubayar/shared';
import { LOOKED_AT, watchHindrances } from '../support/axe';
import { login, openAt, textOf, waitForCount, waitForText } from '../support/browser';
import { complaints, inBrowser, page, stack, visit } from '../support/in-browser';

const rupiah = (amount: number) => `Rp\u00a0${new Intl.NumberFormat('id-ID').format(amount)}`;
const percent = ({ lunas, total }: RingkasanDto) => `${Math.floor((lunas * 100) / total)}\u00a0%`;
const owing = <T extends RingkasanDto>(groups: T[]): T[] =>
  groups.toSorted((a, b) => b.tunggakan - a.tunggakan || b.total - a.total);

describe('the dashboard in a browser', () => {
  inBrowser('dashboard_browser', { students: 80 });
  let dashboard: DashboardDto;

  beforeAll(async () => {
    await stack.client.runToEnd();
    await stack.faults({ changedShare: 0.5, changeSeed: 2 });
    await stack.client.runToEnd();
    await stack.faults({});
    dashboard = (await stack.client.get<DashboardDto>('/admin?days=30')).body;
  });

  async function open(at = page) {
    await openAt(at, '/admin');
    await at.getByTestId('figure-siswa').waitFor();
  }
  const rows = (table: string, at = page) => at.getByTestId(table).locator('tbody tr');
  const address = () => Object.fromEntries(new URL(page.url()).searchParams);

  it('is first in the menu and behind the name; its figures are the API’s and lead to the list', async () => {
    await page.goto('/login');
    await login(page);
    expect(new URL(page.url()).pathname).toBe('/admin/siswa');
    await page.getByRole('navigation').getByRole('link').first().click();
    await page.waitForURL('**/admin');
    await page.getByTestId('figure-siswa').waitFor();

    const { semua } = dashboard;
    expect(await textOf(page, 'figure-siswa')).toBe(String(semua.total));
    expect(await textOf(page, 'figure-lunas')).toBe(percent(semua));
    expect(await textOf(page, 'figure-tunggakan')).toBe(rupiah(semua.tunggakan));
    expect(await textOf(page, 'figure-usang')).toBe(String(semua.usang));
    expect(await page.getByTestId('figure-usang').getAttribute('href')).toBe(
      '/admin/siswa?staleHours=24&sort=fetchedAt',
    );
    expect(await textOf(page, 'collection')).toContain(rupiah(semua.tagihan));
    expect(await textOf(page, 'collection')).toContain(rupiah(semua.dibayar));
    const share = (Math.floor((semua.dibayar * 1_000) / semua.tagihan) / 10).toLocaleString('id-ID');
    expect(await textOf(page, 'paid-share')).toBe(`${share}\u00a0% dari tagihan sudah dibayar`);
    await page.getByTestId('figure-tunggakan').click();
    await page.waitForURL('**/admin/tunggakan');

    await page.getByRole('link', { name: 'Bantubayar' }).click();
    await page.getByTestId('figure-siswa').waitFor();
  });

  it('shows arrears as a chart and as a table, and remembers which', async () => {
    await open();
    const chart = page.getByTestId('arrears-card').getByRole('img');
    const [most] = owing(dashboard.lembaga);
    expect(await chart.getAttribute('aria-label')).toContain(`terbesar ${most!.lembaga}, `);
    expect(await chart.getAttribute('aria-label')).toContain(rupiah(most!.tunggakan));

    await page.getByTestId('arrears-table').focus();
    await page.keyboard.press('Enter');
    await rows('arrears-table').first().waitFor();
    expect(await chart.count()).toBe(0);
    const cells = await rows('arrears-table').evaluateAll((each) =>
      each.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
    );
    expect(cells).toEqual(
      owing(dashboard.lembaga).map((unit) => [unit.lembaga, String(unit.belumLunas), rupiah(unit.tunggakan)]),
    );
    await page.reload();
    await rows('arrears-table').first().waitFor();
    await page.getByTestId('arrears-chart').click();
    await chart.waitFor();
  });

  it('goes down to the classes of a unit, and from a row or a bar to its students', async () => {
    await open();
    const [unit] = owing(dashboard.lembaga);
    await page.getByTestId('standing-table').click();
    await page.getByTestId('unit').click();
    await page.getByRole('option', { name: new RegExp(`^${unit!.lembaga}\\s*[\\d.]+$`) }).click();
    await page.getByRole('heading', { name: `Menurut kelas di ${unit!.lembaga}` }).waitFor();
    expect(address()).toEqual({ lembaga: unit!.lembaga });
    await waitForCount(rows('standing-table'), unit!.kelas.length);
    await waitForText(page, 'figure-siswa', new RegExp(`^${unit!.total}$`));
    expect(await textOf(page, 'figure-tunggakan')).toBe(rupiah(unit!.tunggakan));
    expect(await page.getByTestId('figure-tunggakan').getAttribute('href')).toBe(
      `/admin/tunggakan?lembaga=${unit!.lembaga}`,
    );
    expect(await page.getByTestId('standing-table').locator('tfoot td').first().innerText()).toBe(
      percent(unit!),
    );

    const [kelas] = owing(unit!.kelas);
    await page
      .getByTestId('arrears-card')
      .locator('canvas')
      .click({ position: { x: 120, y: 48 } });
    await page.waitForURL('**/admin/siswa?**');
    expect(address()).toEqual({
      lembaga: unit!.lembaga,
      kelas: kelas!.kelas,
      status: 'belum_lunas',
      sort: '-tunggakan',
    });
    await page.goBack();
    await rows('standing-table').getByRole('link').first().click();
    await page.waitForURL('**/admin/siswa?**');
    expect(address()).toEqual({ lembaga: unit!.lembaga, kelas: kelas!.kelas });
  });

  it('leads from arrears by age and by kind to their bills and students', async () => {
    await open();
    const [oldest] = dashboard.umur.slice(-1);
    await page.getByTestId('owing-umur-table').click();
    await page.getByTestId('owing-umur-card').getByRole('link').last().click();
    await page.waitForURL('**/admin/siswa?**');
    expect(address()).toEqual({ umur: oldest!.kelompok, status: 'belum_lunas', sort: '-tunggakan' });
    await page.goBack();
    const [kind] = dashboard.kategori;
    await page
      .getByTestId('owing-kategori-card')
      .locator('canvas')
      .click({ position: { x: 140, y: 48 } });
    await page.waitForURL('**/admin/tunggakan?**');
    expect(address()).toEqual({ kategori: kind!.kelompok });
  });

  it('shows payments of as many days as chosen', async () => {
    await open();
    const today = dashboard.harian.at(-1)!;
    expect(today.jumlah).toBeGreaterThan(0);
    await page.getByTestId('daily-table').click();
    await waitForCount(rows('daily-table'), 30);
    expect(await rows('daily-table').first().innerText()).toMatch(
      new RegExp(`${today.siswa}\\s+${rupiah(today.masuk)}\\s+${rupiah(today.turun)}`),
    );
    await page.getByTestId('days-7').click();
    await rows('daily-table').nth(7).waitFor({ state: 'detached' });
    await waitForCount(rows('daily-table'), 7);
    expect(address()).toEqual({ days: '7' });
    await page.reload();
    await rows('daily-table').first().waitFor();
    await waitForCount(rows('daily-table'), 7);
  });

  it('leads from the last runs to their pages', async () => {
    await open();
    await waitForText(page, 'runs-table', /#2\s*admin[\s\S]*Selesai/i);
    await rows('runs-table').getByRole('link').first().click();
    await page.waitForURL('**/admin/sync-pembayaran/runs/2');
  });

  it('offers to try again where the API does not answer', async () => {
    await open();
    const figures = (url: URL) => url.pathname === '/admin';
    await page.route(figures, (route) =>
      route.request().resourceType() === 'document' ? route.fallback() : route.abort(),
    );
    await page.reload();
    await page.getByRole('alert').waitFor();
    await page.unroute(figures);
    await page.getByRole('alert').getByRole('button').click();
    await page.getByTestId('figure-siswa').waitFor();
    expect(complaints.splice(0).every((each) => each.includes('ERR_FAILED'))).toBe(true);
  });

  it('hinders nobody', async () => {
    const seen = await visit(LOOKED_AT);
    const { found, check } = watchHindrances(seen);
    await open(seen);
    await rows('runs-table', seen).first().waitFor();
    await check('charts');
    for (const name of ['owing-umur', 'arrears', 'standing', 'daily'])
      await seen.getByTestId(`${name}-table`).click();
    await rows('daily-table', seen).first().waitFor();
    await check('tables');
    await seen.goto(`/admin?lembaga=${owing(dashboard.lembaga)[0]!.lembaga}`);
    await rows('standing-table', seen).first().waitFor();
    await seen.getByTestId('standing-chart').click();
    await seen.getByTestId('standing-card').getByRole('img').waitFor();
    await check('classes');
    expect(found).toEqual({});
  });
});
