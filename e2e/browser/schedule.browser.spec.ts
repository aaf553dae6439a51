import type { SavedScheduleDto } from '@bantubayar/shared';
import { openAt, waitForText } from '../support/browser';
import { inBrowser, page, stack } from '../support/in-browser';

const REFUSED = /status of 4\d\d/;

describe('the schedule in a browser', () => {
  inBrowser('schedule_browser', { students: 5 }, REFUSED);

  beforeEach(async () => {
    await openAt(page, '/admin/pengaturan');
    await page.getByTestId('schedule-save').waitFor();
  });

  const saved = async () =>
    (await stack.client.get<SavedScheduleDto>('/admin/sync-pembayaran/schedule')).body;
  const field = (id: string) => page.getByTestId(id).locator('input');

  it('is set by time and days, and tells its next run', async () => {
    await waitForText(page, 'next-run', /Tidak aktif/);
    await field('schedule-enabled').check();
    await field('schedule-time').fill('21:30');
    for (const day of ['Sab', 'Min']) await page.getByRole('button', { name: day, exact: true }).click();
    await page.getByTestId('schedule-save').click();
    await waitForText(page, 'next-run', /\d{1,2} \p{L}+ \d{4}, 21\.30 WIB$/u);
    await waitForText(page, 'schedule-words', /^Senin–Jumat 21\.30 WIB$/);
    expect(await saved()).toMatchObject({
      enabled: true,
      cron: '30 21 * * 1,2,3,4,5',
      timezone: 'Asia/Jakarta',
    });
  });

  it('is set by its cron line, which is checked', async () => {
    await field('schedule-expert').check();
    await field('schedule-cron').fill('0 25 * * *');
    await page.getByTestId('schedule-save').click();
    await waitForText(page, 'schedule-cron', /Baris cron tidak sesuai/);
    await field('schedule-cron').fill('0 3 1 * *');
    await page.getByTestId('schedule-save').click();
    await page.getByTestId('notice').getByText('Jadwal disimpan').waitFor();
    expect((await saved()).cron).toBe('0 3 1 * *');
    await page.reload();
    expect(await field('schedule-cron').inputValue()).toBe('0 3 1 * *');
  });
});
