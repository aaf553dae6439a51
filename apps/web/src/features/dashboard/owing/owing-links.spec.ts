import { expect, it } from 'vitest';
import { owingLinks } from './owing-links';

const group = (kelompok: string | null, bills = 2) => ({ kelompok, siswa: 1, bills, tunggakan: 300 });

it('lead to the bills and the students of a group, of the unit that is shown', () => {
  expect(owingLinks('umur', group('>180'), 'SMP')).toEqual({
    bills: '/admin/tunggakan?lembaga=SMP&umur=%3E180',
    siswa: '/admin/siswa?lembaga=SMP&umur=%3E180&status=belum_lunas&sort=-tunggakan',
  });
  expect(owingLinks('kategori', group('SPP'), null)!.bills).toBe('/admin/tunggakan?kategori=SPP');
});

it('are none where nothing is owed, or there is no name to ask by', () => {
  expect(owingLinks('umur', group('1-30', 0), null)).toBeNull();
  expect(owingLinks('kategori', group(null), null)).toBeNull();
});
