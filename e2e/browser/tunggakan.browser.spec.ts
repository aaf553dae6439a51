import { readFile } from 'node:fs/promises';
import type {
  RingkasanTunggakanDto,
  RingkasanTunggakanListDto,
  SiswaDetailDto,
  SiswaPageDto,
  TunggakanPageDto,
} from '@bantubayar/shared';
import { LOOKED_AT, watchHindrances } from '../support/axe';
import { openAt, textOf, waitForCount, waitForText } from '../support/browser';
import { eventually } from '../support/eventually';
import { inBrowser, page, stack, visit } from '../support/in-browser';

const rupiah = (amount: number) => `Rp\u00a0${new Intl.NumberFormat('id-ID').format(amount)}`;

describe('arrears in a browser', () => {
  inBrowser('tunggakan_browser', { students: 60 });
  let ages: RingkasanTunggakanDto[];

  beforeAll(async () => {
    await stack.client.runToEnd();
    ages = await groups('umur');
  });

  async function groups(kelompok: string): Promise<RingkasanTunggakanDto[]> {
    const path = `/admin/tunggakan/ringkasan?kelompok=${kelompok}`;
    return (await stack.client.get<RingkasanTunggakanListDto>(path)).body.items;
  }
  async function open(query = '', at = page) {
    await openAt(at, `/admin/tunggakan${query}`);
    await at.getByTestId('bill-table').waitFor();
  }
  const address = () => Object.fromEntries(new URL(page.url()).searchParams);
  const group = (name: RegExp) =>
    page.getByTestId('kelompok-table').locator('tbody tr').filter({ hasText: name });
  const eachDays = () => page.getByTestId('bill-table').locator('tbody td:nth-child(7)').allInnerTexts();

  it('are summed up by age; a group leads to its bills, and back', async () => {
    await openAt(page, '/admin');
    await page.getByRole('navigation').getByRole('link', { name: 'Tunggakan' }).click();
    await page.getByTestId('bill-table').waitFor();
    const oldest = ages.at(-1)!;
    expect(oldest.kelompok).toBe('>180');
    const row = group(/Lebih dari 180 hari/);
    expect(await row.innerText()).toContain(rupiah(oldest.tunggakan));
    await row.getByRole('link').first().click();
    await page.waitForURL('**/admin/tunggakan?**');
    expect(address()).toEqual({ umur: '>180' });
    await page.getByTestId('chip-umur').waitFor();
    await eventually(async () => ((await eachDays()).every((days) => Number(days) > 180) ? true : null));
    expect(await page.getByTestId('kelompok-table').locator('tbody tr').count()).toBeGreaterThan(4);
    await page.goBack();
    await page.getByTestId('chip-umur').waitFor({ state: 'detached' });
    expect(address()).toEqual({});
  });

  it('lead to the students of a group, whose filter is told and taken away there', async () => {
    const [kind] = await groups('kategori');
    const asked = `kategori=${encodeURIComponent(kind!.kelompok!)}`;
    const { total } = (await stack.client.get<SiswaPageDto>(`/admin/siswa?${asked}`)).body;
    await open();
    await page.getByTestId('by-kategori').click();
    await group(new RegExp(`^${kind!.kelompok}`))
      .getByRole('link')
      .last()
      .click();
    await page.waitForURL('**/admin/siswa?**');
    expect(address()).toEqual({ kategori: kind!.kelompok, status: 'belum_lunas', sort: '-tunggakan' });
    expect(kind!.siswa).toBe(total);
    await waitForText(page, 'totals-belumLunas', new RegExp(`\\D${total}$`));
    await page.getByTestId('sync-menu').click();
    await waitForText(page, 'sync-filter', new RegExp(`Jenis tagihan: ${kind!.kelompok}`));
    await page.keyboard.press('Escape');
    await page.getByTestId('chip-kategori').getByRole('button').click();
    await page.waitForURL((url) => !url.searchParams.has('kategori'));
  });

  it('are exported as they are filtered', async () => {
    const { items } = (await stack.client.get<TunggakanPageDto>('/admin/tunggakan?limit=500&umur=91-180'))
      .body;
    await open('?umur=91-180');
    await page.getByTestId('export-menu').click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-csv').click()]);
    expect((await readFile(await file.path(), 'utf8')).trim().split('\n')).toHaveLength(items.length + 1);
  });

  it('are told of a student bill by bill, what falls due later apart', async () => {
    const { items } = (await stack.client.get<SiswaPageDto>('/admin/siswa?sort=-tunggakan&limit=60')).body;
    const one = items.find(({ tunggakan, belumJatuhTempo }) => tunggakan && belumJatuhTempo)!;
    const { periode } = (await stack.client.get<SiswaDetailDto>(`/admin/siswa/${one.idperson}`)).body;
    await openAt(page, `/admin/siswa/${one.idperson}`);
    await waitForText(
      page,
      'siswa-figures',
      new RegExp(`Belum jatuh tempo\\s+${rupiah(one.belumJatuhTempo!)}`),
    );
    await waitForText(page, 'siswa-figures', new RegExp(`terlambat ${one.hariTerlambat} hari`));
    const owed = periode.flatMap((year) => year.kategori.flatMap((kind) => kind.items));
    const late = owed.filter(({ hariTerlambat }) => (hariTerlambat ?? 0) > 0);
    await page
      .getByText(/· terlambat \d+ hari/)
      .nth(late.length - 1)
      .waitFor();
    await page.getByRole('rowheader', { name: 'Belum jatuh tempo' }).first().waitFor();
  });

  /** On the page of the settings, where {total} is put in behind “Jumlah ”. */
  async function writeTemplate(sekolah: string, template: string) {
    await openAt(page, '/admin/pengaturan');
    await page.getByTestId('pesan-sekolah').locator('input').fill(sekolah);
    const field = page.getByTestId('pesan-template');
    await field.fill(`${template}{siapa}`);
    await waitForText(page, 'pesan-note', /\{siapa\}/);
    await field.fill(template);
    const place = template.indexOf('Jumlah ') + 'Jumlah '.length;
    await field.evaluate((area: HTMLTextAreaElement, at) => area.setSelectionRange(at, at), place);
    await page.getByRole('button', { name: /\{total\}/ }).click();
    await waitForText(page, 'pesan-preview', /Jumlah Rp.+\nAl-Ikhlas$/);
    expect(
      await field.evaluate((area: HTMLTextAreaElement) => [
        area === document.activeElement,
        area.selectionEnd,
      ]),
    ).toEqual([true, place + '{total}'.length]);
    // Not thrown away by a click on another tab.
    await page.getByTestId('tab-webhook').click();
    await page.getByRole('button', { name: 'Tetap di sini' }).click();
    await page.getByTestId('pesan-save').click();
    await page.getByText('Pesan disimpan.').waitFor();
    await page.getByTestId('tab-webhook').click();
    await page.waitForURL('**/admin/pengaturan?tab=webhook');
  }

  it('are told to parents by WhatsApp: what is due, and what else somebody chooses', async () => {
    const { items } = (await stack.client.get<SiswaPageDto>('/admin/siswa?sort=-tunggakan&limit=60')).body;
    const one = items.find(({ tunggakan, belumJatuhTempo }) => tunggakan && belumJatuhTempo)!;
    await writeTemplate('Al-Ikhlas', 'Wali {nama} ({kelas}):\n{tagihan}\nJumlah \n{sekolah}');
    await stack.query(
      "UPDATE siswa SET phone = '+62 812-3456-7890', nama = 'Siti & Ana #1' WHERE idperson = ?",
      [one.idperson],
    );
    await openAt(page, `/admin/siswa/${one.idperson}`);
    expect(await page.getByRole('link', { name: /^Telepon/ }).getAttribute('href')).toBe(
      'tel:+6281234567890',
    );
    await page.getByTestId('pesan-button').click();
    const sent = async () => {
      const link = new URL((await page.getByTestId('pesan-send').getAttribute('href'))!);
      return { to: link.origin + link.pathname, text: link.searchParams.get('text')! };
    };
    await page.getByTestId('pesan-send').and(page.locator('[href]')).waitFor();
    expect((await sent()).to).toBe('https://wa.me/6281234567890');
    expect((await sent()).text).toBe(await textOf(page, 'pesan-text'));
    expect((await sent()).text).toContain(`Wali Siti & Ana #1 (${one.UnitFormal} ${one.KelasFormal}):\n- `);
    expect((await sent()).text).toContain(`Jumlah ${rupiah(one.tunggakan!)}\nAl-Ikhlas`);
    expect((await sent()).text).not.toContain('belum jatuh tempo');

    const boxes = page.getByTestId('pesan-bills').locator('input');
    const later = page.getByTestId('pesan-bills').locator('label').filter({ hasText: 'belum jatuh tempo' });
    await later.first().locator('input').check();
    await waitForText(page, 'pesan-text', /belum jatuh tempo/);
    for (let n = 0; n < (await boxes.count()); n++) await boxes.nth(n).uncheck();
    await waitForText(page, 'pesan-sum', /^0 tagihan, Rp.0$/);
    expect(await page.getByTestId('pesan-send').getAttribute('href')).toBeNull();
    await page.goBack();
    await page.getByTestId('pesan-dialog').waitFor({ state: 'hidden' });
  });

  it('are printed for parents, a student a page: of one, and of all of a class who owe', async () => {
    const all = (await stack.client.get<SiswaPageDto>('/admin/siswa?status=belum_lunas&limit=60')).body.items;
    const { UnitFormal, KelasFormal } = all.find(({ belumJatuhTempo }) => belumJatuhTempo)!;
    const owing = all.filter((each) => each.UnitFormal === UnitFormal && each.KelasFormal === KelasFormal);
    await open(`?${new URLSearchParams({ lembaga: UnitFormal!, kelas: KelasFormal! })}`);
    await page.getByTestId('export-menu').click();
    await page.getByTestId('print-letters-of').click();
    const letters = page.getByTestId('letter');
    await waitForCount(letters, owing.length);
    const ofClass = await letters.first().innerText();
    expect(ofClass).toMatch(
      new RegExp(`${owing[0]!.nama}[^]*perlu dibayar sekarang\\s+${rupiah(owing[0]!.tunggakan!)}`),
    );
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(owing.length);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByTestId('print-letters').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });

    await page.goto(`/admin/siswa/${owing[0]!.idperson}`);
    await page.getByTestId('print-letter').click();
    await letters.waitFor();
    expect(await letters.innerText()).toBe(ofClass);
  });

  it('are none: good news', async () => {
    await page.route(/\/admin\/tunggakan/, (route) =>
      route.request().resourceType() === 'document'
        ? route.fallback()
        : route.fulfill({ json: { items: [], nextCursor: null } }),
    );
    await openAt(page, '/admin/tunggakan');
    await waitForText(page, 'no-arrears', /Tidak ada tunggakan/);
    await page.goto('/admin/tunggakan?kategori=SPP');
    await page.getByTestId('bills').getByText('Tidak ada tagihan yang cocok').waitFor();
  });

  it('hinder nobody', async () => {
    const seen = await visit(LOOKED_AT);
    const { found, check } = watchHindrances(seen);
    await open('', seen);
    await check('by age');
    await seen.getByTestId('more-filters').click();
    await seen.getByTestId('filter-kategori').waitFor();
    await check('filters');
    await open('?kelompok=kelas&umur=>180', seen);
    await seen.getByTestId('chip-umur').waitFor();
    await check('by class');
    await seen.getByTestId('bill-table').getByRole('link').first().click();
    await seen.getByTestId('siswa-figures').waitFor();
    await check('student');
    expect(await textOf(seen, 'siswa-figures')).toMatch(/terlambat/);
    await seen.getByTestId('pesan-button').click();
    await seen.getByTestId('pesan-text').waitFor();
    await check('message');
    await seen.goBack();
    await seen.getByTestId('print-letter').click();
    await seen.getByTestId('letter').waitFor();
    await check('letter');
    expect(found).toEqual({});
  });
});
