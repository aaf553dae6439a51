import { openAt, textOf, waitForText } from '../support/browser';
import { inBrowser, page, stack, visit } from '../support/in-browser';

describe('going through the list of students in a browser', () => {
  inBrowser('siswa_paging_browser', { students: 60 });

  beforeAll(() => stack.client.runToEnd());

  async function openList(query = '', at = page) {
    await openAt(at, `/admin/siswa${query}`);
    await at.getByTestId('siswa-table').waitFor();
  }

  it('is found again at its page after a reload, Back and the way back from a student', async () => {
    await openList('?limit=10');
    const next = page.getByRole('button', { name: 'Berikutnya' });
    await next.click();
    await waitForText(page, 'page-range', /^11–20 /);
    await next.click();
    await waitForText(page, 'page-range', /^21–30 /);
    const third = await page.getByTestId('siswa-table').innerText();
    await page.reload();
    await waitForText(page, 'siswa-table', new RegExp(third.split('\t')[1]!.slice(0, 5)));
    expect(await textOf(page, 'page-range')).toMatch(/^21–30 /);
    await page.getByTestId('siswa-table').locator('tbody a').first().click();
    await page.getByTestId('siswa-figures').waitFor();
    await page.getByRole('link', { name: 'Daftar siswa' }).click();
    await waitForText(page, 'page-range', /^21–30 /);
    await page.getByRole('button', { name: 'Sebelumnya' }).click();
    await waitForText(page, 'page-range', /^11–20 /);
    await page.goBack();
    await waitForText(page, 'page-range', /^21–30 /);
    await page.getByTestId('siswa-search').locator('input').fill('a');
    await waitForText(page, 'page-range', /^1–10 /);
    expect(page.url()).not.toContain('cursor');
  });

  it('is found again at the place it was scrolled to, after Back from a student', async () => {
    await openList();
    const row = page.getByTestId('siswa-table').locator('tbody a').nth(45);
    await row.scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => scrollY);
    expect(place).toBeGreaterThan(600);
    await row.click();
    await page.getByTestId('siswa-figures').waitFor();
    await page.goBack();
    await page.waitForFunction((top) => Math.abs(scrollY - top) < 2, place);
  });

  it('has a head that stays in sight, and a way to the top', async () => {
    await openList();
    const head = page.getByTestId('siswa-table').locator('thead');
    await page.mouse.wheel(0, 1_200);
    await page.getByTestId('to-top').waitFor();
    const { y, height } = (await page.getByTestId('choose-page').boundingBox())!;
    expect(y).toBeGreaterThan(0);
    expect(y + height).toBeLessThan(160);
    expect(await head.isVisible()).toBe(true);
    await page.getByTestId('to-top').click();
    await page.waitForFunction(() => scrollY === 0);
    await page.getByTestId('to-top').waitFor({ state: 'detached' });
  });

  it('shows more than two students at once on a telephone', async () => {
    const phone = await visit({ width: 390, height: 844 });
    await openList('', phone);
    await phone.getByTestId('totals-belumJatuhTempo').getByText('Rp').waitFor();
    const bottom = (await phone.getByRole('navigation', { name: 'Menu utama' }).last().boundingBox())!.y;
    const third = (await phone.getByTestId('siswa-table').locator('li').nth(2).boundingBox())!;
    expect(third.y + third.height).toBeLessThan(bottom);
    await phone.getByTestId('more-filters').click();
    await phone.getByTestId('filter-lembaga').waitFor();
    await openList('?status=belum_lunas&terlambat=1', phone);
    await waitForText(phone, 'more-filters', /^Saringan \(2\)$/);
  });
});
