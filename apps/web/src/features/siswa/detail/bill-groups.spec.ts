import type { ItemPembayaranDto, KategoriPembayaranDto, PeriodePembayaranDto } from '@bantubayar/shared';
import { describe, expect, it } from 'vitest';
import { billGroups, standingOf } from './bill-groups';

const amounts = (tagihan: number, dibayar: number) => ({
  tagihan,
  dibayar,
  sisa: dibayar - tagihan,
  lunas: dibayar >= tagihan,
});
const bill = (tagihan: number, dibayar: number, hariTerlambat: number | null): ItemPembayaranDto => ({
  id: '1',
  nama: 'Juli',
  tanggal: null,
  jatuhTempo: null,
  hariTerlambat,
  ...amounts(tagihan, dibayar),
});
const kategori = (
  nama: string,
  sum: [number, number],
  ...items: ItemPembayaranDto[]
): KategoriPembayaranDto => ({
  nama,
  items,
  ...amounts(...sum),
});
const year = (sum: [number, number], ...of: KategoriPembayaranDto[]): PeriodePembayaranDto => ({
  periode: '20262027',
  kelas: null,
  kategori: of,
  ...amounts(...sum),
});

const spp = kategori('SPP', [400, 130], bill(100, 130, null), bill(100, 0, 12), bill(200, 0, null));
const gedung = kategori('Gedung', [500, 0], bill(500, 0, null));

describe('how a school year stands', () => {
  it('is told bill by bill: an overpaid one pays for no other, a later one is not owed', () => {
    expect(standingOf(year([900, 130], spp, gedung))).toEqual({
      tunggakan: 100,
      belumJatuhTempo: 700,
      lebihBayar: 30,
    });
  });

  it('is due at once where only a summary is known', () => {
    const owed = { tunggakan: 60, belumJatuhTempo: 0, lebihBayar: 0 };
    expect(standingOf(year([100, 40]))).toEqual(owed);
    expect(standingOf(year([100, 40], kategori('SPP', [100, 40])))).toEqual(owed);
  });
});

describe('the bills of a school year', () => {
  it('stand by category, those that fall due later apart and with their sum', () => {
    const [first, later] = billGroups([spp, gedung]);
    expect(first).toMatchObject({ nama: 'SPP', tagihan: 200, dibayar: 130, tunggakan: 100, lebihBayar: 30 });
    expect(later).toMatchObject({ nama: null, tagihan: 700, dibayar: 0, belumJatuhTempo: 700 });
    expect(later!.items.map((item) => item.kategori)).toEqual(['SPP', 'Gedung']);
  });

  it('have the category’s own sums where none of them falls due later', () => {
    const [only, ...others] = billGroups([kategori('SPP', [150, 0], bill(100, 0, 3))]);
    expect(only).toMatchObject({ tagihan: 150, dibayar: 0, tunggakan: 100 });
    expect(others).toEqual([]);
  });
});
