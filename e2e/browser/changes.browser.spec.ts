import { readFile } from 'node:fs/promises';
import type { PerubahanDto, PerubahanPageDto, SyncRunDto } from '@bantubayar/shared';
import { LOOKED_AT, watchHindrances } from '../support/axe';
import { openAt, waitForCount, waitForText } from '../support/browser';
import { inBrowser, page, stack, visit } from '../support/in-browser';

const amount = (value: number) => `Rp\\s${value.toLocaleString('id-ID').replaceAll('.', '\\.')}`;

describe('what changed, in a browser', () => {
  inBrowser('changes_browser', { students: 60 });
  let first: string;
  let paying: SyncRunDto;

  beforeAll(async () => {
    first = await stack.client.runToEnd();
    await stack.faults({ changedShare: 0.7, changeSeed: 3 });
    paying = await runOf(await stack.client.runToEnd());
  });

  const pathOf = (id: string) => `/admin/sync-pembayaran/runs/${id}`;
  const runOf = async (id: string) => (await stack.client.get<SyncRunDto>(pathOf(id))).body;
  async function changesOf(id: string, query = ''): Promise<PerubahanDto[]> {
    const path = `${pathOf(id)}/perubahan?limit=100${query}`;
    return (await stack.client.get<PerubahanPageDto>(path)).body.items;
  }
  const rowsAre = (count: number) =>
    waitForCount(page.getByTestId('changes-table').locator('tbody tr'), count);

  it('leads from the sync page to who paid', async () => {
    const told = `${paying.paidSiswa} siswa membayar ${amount(paying.paidAmount)}`;
    expect(paying.paidSiswa).toBeGreaterThan(25);
    await openAt(page, '/admin/sync-pembayaran');
    await waitForText(page, 'run-uang', new RegExp(told));
    await page.getByTestId('run-paid').getByRole('link').click();
    await page.waitForURL(`**${pathOf(paying.id)}?tab=perubahan&changes=paid`);
    await rowsAre(25);
    await page.getByTestId('run-changes').getByLabel('Berikutnya').click();
    await rowsAre(paying.paidSiswa - 25);
  });

  it('is filtered, taken away, and found again when coming back from a student', async () => {
    const [one] = await changesOf(paying.id, '&paid=true');
    const query = `&search=${one!.idperson}`;
    await openAt(page, `${pathOf(paying.id)}?tab=perubahan&changes=paid`);
    await rowsAre(25);
    await page.getByTestId('changes-search').locator('input').fill(one!.idperson);
    await rowsAre(1);
    expect(page.url()).toContain(query.slice(1));
    await page.getByTestId('run-changes').getByTestId('export-menu').click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-csv').click()]);
    expect((await readFile(await file.path(), 'utf8')).trim().split('\n')).toHaveLength(2);

    await page.getByTestId('changes-table').getByRole('link').click();
    await page.waitForURL(`**/admin/siswa/${one!.idperson}`);
    const paid = amount(one!.dibayarSelisih);
    await waitForText(
      page,
      'change-entry',
      new RegExp(`Sinkronisasi #${paying.id}\\s+Pembayaran \\+${paid}`),
    );
    await page.goBack();
    await rowsAre(1);
    await page.getByTestId('changes-search').locator('input').fill('tidak ada');
    await page.getByTestId('run-changes').getByText('Tidak ada siswa yang cocok').waitFor();
    await page.getByTestId('run-changes').getByRole('button', { name: 'Hapus saringan' }).click();
    await rowsAre(25);
    expect(await page.getByTestId('changes-search').locator('input').inputValue()).toBe('');
  });

  it('is filtered by school unit and class', async () => {
    const [one] = await changesOf(paying.id, '&paid=true');
    const { UnitFormal: lembaga, KelasFormal: kelas } = one!;
    const asked = `lembaga=${encodeURIComponent(lembaga!)}&kelas=${encodeURIComponent(kelas!)}`;
    await openAt(page, `${pathOf(paying.id)}?tab=perubahan&changes=paid`);
    await rowsAre(25);
    for (const [field, name] of [
      ['lembaga', lembaga!],
      ['kelas', kelas!],
    ] as const) {
      await page.getByTestId('run-changes').getByTestId(`filter-${field}`).click();
      await page.getByRole('option', { name: new RegExp(`^${name}\\s*[\\d.]+$`) }).click();
    }
    await rowsAre((await changesOf(paying.id, `&paid=true&${asked}`)).length);
  });

  it('is nothing at all after the first run', async () => {
    await openAt(page, pathOf(first));
    await waitForText(page, 'run-uang', /Tidak ada pembayaran yang masuk atau turun/);
    await page.getByTestId('tab-perubahan').click();
    await page.getByTestId('run-changes').getByText('Tidak ada yang berubah').waitFor();
  });

  it('tells in red what fell, and of a student who was fetched alone', async () => {
    await stack.faults({});
    const fallen = await runOf(await stack.client.runToEnd());
    expect([fallen.paidSiswa, fallen.fellAmount]).toEqual([0, paying.paidAmount]);
    const told = `Turun: ${fallen.fellSiswa} siswa, −${amount(fallen.fellAmount)}`;
    await openAt(page, '/admin/sync-pembayaran');
    await waitForText(page, 'run-uang', new RegExp(told));
    await page.getByTestId('run-turun').getByRole('link').click();
    await page.waitForURL(`**${pathOf(fallen.id)}?tab=perubahan&changes=turun`);
    const [one] = await changesOf(fallen.id, '&turun=true');
    const drop = page
      .getByTestId('changes-table')
      .getByText(new RegExp(`^−${amount(-one!.dibayarSelisih)}$`));
    await drop.first().waitFor();
    expect(await drop.first().locator('svg').count()).toBe(1);
    await page.getByTestId('run-changes').getByTestId('export-menu').click();
    expect(await page.getByTestId('export-csv').getAttribute('href')).toContain('turun=true');
    await page.keyboard.press('Escape');
    await page.getByTestId('changes-paid').click();
    await page.getByTestId('run-changes').getByText('Tidak ada siswa yang cocok').waitFor();

    await stack.faults({ changedShare: 1, changeSeed: 5 });
    await page.goto(`/admin/siswa/${one!.idperson}`);
    await waitForText(page, 'siswa-changes', /Pembayaran −Rp/);
    await waitForCount(page.getByTestId('change-entry'), 2);
    await page.getByTestId('sync-one-button').click();
    await waitForCount(page.getByTestId('change-entry'), 3);
    expect(await page.getByTestId('change-entry').first().innerText()).toMatch(
      /Diambil sendiri\s+Pembayaran \+/,
    );
    await stack.faults({});
  });

  it('hinders nobody', async () => {
    const seen = await visit(LOOKED_AT);
    const { found, check } = watchHindrances(seen);
    const [one] = await changesOf(paying.id);
    await openAt(seen, `${pathOf(paying.id)}?tab=perubahan`);
    await seen.getByTestId('changes-table').waitFor();
    await check('changes');
    await seen.getByTestId('changes-lain').click();
    await seen.waitForURL(/changes=lain/);
    await check('other changes');
    await seen.goto('/admin/sync-pembayaran');
    await seen.getByTestId('run-turun').waitFor();
    await check('sync');
    await seen.goto(`/admin/siswa/${one!.idperson}`);
    await seen.getByTestId('change-entry').first().waitFor();
    await check('student');
    expect(found).toEqual({});
  });
});
