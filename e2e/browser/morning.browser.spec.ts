import type { Locator } from 'playwright-core';
import { openAt, waitForCount, waitForText } from '../support/browser';
import { eventually } from '../support/eventually';
import { inBrowser, page, stack } from '../support/in-browser';

const STUDENTS = 60;
/** More than there is to pass on any page. */
const MOST_TABS = 250;

describe('an admin’s morning, with the keyboard alone', () => {
  inBrowser('morning', { students: STUDENTS });

  beforeAll(async () => {
    await stack.client.runToEnd();
    const rows = await stack.query<{ idperson: string }>(
      'SELECT idperson FROM siswa WHERE jumlah_periode > 1 ORDER BY idperson LIMIT 5',
    );
    const [a, b, c, d, e] = rows.map(({ idperson }) => Number(idperson));
    const changed = { changedShare: 0.5, changeSeed: 7 };
    await stack.faults({ ...changed, notFound404: 1, onlyIdpersons: [d, e] });
    await stack.client.runToEnd();
    await stack.faults({ reversedShare: 0.3, fewerPeriods: 1, onlyIdpersons: [a, b, c] });
    await stack.client.runToEnd();
    await stack.faults({});
  });

  const isFocused = (target: Locator) => target.evaluate((each) => each === document.activeElement);

  /** Goes to it as somebody without a mouse does. */
  async function reach(target: Locator, key = 'Tab'): Promise<void> {
    await target.waitFor();
    for (let presses = 0; presses < MOST_TABS; presses++) {
      if (await isFocused(target)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`not reached by ${key}: ${target}`);
  }
  async function press(target: Locator, key?: string): Promise<void> {
    await reach(target, key);
    await page.keyboard.press('Enter');
  }
  const menu = (name: string) => page.getByRole('navigation').getByRole('link', { name });
  const toInbox = async () => {
    await press(menu('Perlu Perhatian'), 'Shift+Tab');
    await page.waitForURL('**/admin/perhatian');
  };

  it('opens the inbox and decides three reviews, one after the other', async () => {
    await openAt(page, '/admin');
    await toInbox();
    await waitForText(page, 'perhatian-tinjauan', /3 jawaban perlu ditinjau/);
    await press(page.getByTestId('perhatian-open-tinjauan'));
    await page.waitForURL(/perhatian=tinjauan/);
    await waitForCount(page.getByTestId('siswa-table').locator('tbody tr'), 3);
    await press(page.getByTestId('siswa-table').getByRole('link').first());
    await waitForText(page, 'review-place', /Tinjauan 1 dari 3/);
    await reach(page.getByTestId('review-drop'));
    for (const left of [2, 1, 0]) {
      await page.keyboard.press('Enter');
      await press(page.getByTestId('confirm-review'));
      if (left > 0) {
        await waitForText(page, 'review-place', new RegExp(`Tinjauan 1 dari ${left}`));
        await eventually(async () => (await isFocused(page.getByTestId('review-drop'))) || null);
      }
    }
    await page.getByTestId('review-notice').waitFor({ state: 'detached' });
    const [{ n }] = (await stack.query<{ n: number }>('SELECT COUNT(*) AS n FROM pembayaran_review')) as [
      { n: number },
    ];
    expect(Number(n)).toBe(0);
  });

  it('tries again who failed, and sees who paid and what fell', async () => {
    await stack.faults({ notFound404: 1, onlyIdpersons: [250_000] });
    await stack.client.runToEnd();
    await stack.faults({});
    await openAt(page, '/admin/perhatian');
    await press(page.getByTestId('perhatian-retry'));
    await page.waitForURL('**/admin/sync-pembayaran');
    await waitForText(page, 'headline', /Semua siswa sudah diambil/);
    await waitForText(page, 'total', /^1$/);

    await press(page.getByTestId('all-runs'));
    await page.waitForURL('**/admin/sync-pembayaran/runs');
    const fallen = page.getByTestId('run-row').filter({ hasText: '−Rp' }).first();
    await press(fallen);
    await press(page.getByTestId('run-turun').getByRole('link'));
    await page.waitForURL(/tab=perubahan&changes=turun/);
    await page.getByTestId('changes-table').getByRole('link').first().waitFor();
    await page.goBack();
    await page.goBack();
    const paying = page.getByTestId('run-row').filter({ hasText: '+Rp' }).first();
    await press(paying);
    await press(page.getByTestId('run-paid').getByRole('link'));
    await press(page.getByTestId('changes-table').getByRole('link').first());
    await page.waitForURL(/\/admin\/siswa\/\d+$/);
    await page.getByTestId('change-entry').first().waitFor();
  });

  it('prints a student’s statement', async () => {
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'true');
    });
    await openAt(page, '/admin/siswa?sort=-tunggakan');
    await press(page.getByTestId('siswa-table').getByRole('link').first());
    await page.waitForURL(/\/admin\/siswa\/\d+$/);
    await press(page.getByRole('link', { name: /Cetak/ }));
    await page.getByTestId('letter').waitFor();
    await press(page.getByTestId('print-letters'));
    await page.waitForFunction(() => document.documentElement.hasAttribute('data-printed'));
    expect(await page.getByTestId('letter').count()).toBe(1);
  });
});
