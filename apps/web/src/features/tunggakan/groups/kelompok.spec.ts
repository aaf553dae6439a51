import { describe, expect, it } from 'vitest';
import { tunggakanFilters } from '../tunggakan-filters';
import { askedOf, billsOf, rowsOf, siswaOf } from './kelompok';

const owed = (kelompok: string | null) => ({ kelompok, siswa: 1, bills: 2, tunggakan: 300 });

describe('the groups of arrears', () => {
  it('are all ages in their order; any other ones as they come', () => {
    const ages = rowsOf('umur', [owed('>180'), owed('31-60')]);
    expect(ages.map(({ kelompok }) => kelompok)).toEqual(['1-30', '31-60', '61-90', '91-180', '>180']);
    expect(ages[0]).toMatchObject({ bills: 0, tunggakan: 0 });
    expect(rowsOf('umur', [owed('0')])[0]).toEqual(owed('0'));
    expect(rowsOf('kategori', [owed('SPP'), owed(null)])).toHaveLength(2);
  });

  it('keep their neighbours in sight when one is chosen', () => {
    const filters = tunggakanFilters.read({ kategori: 'SPP', umur: '31-60' });
    expect(askedOf(filters)).toEqual({ kategori: 'SPP' });
    expect(askedOf({ ...filters, kelompok: 'kategori' })).toEqual({ umur: '31-60' });
  });

  it('lead to their bills and back to all of them', () => {
    const filters = tunggakanFilters.read({ kategori: 'SPP' });
    expect(billsOf(filters, '31-60')).toEqual({ kategori: 'SPP', umur: '31-60' });
    expect(billsOf({ ...filters, umur: '31-60' }, '31-60')).toEqual({ kategori: 'SPP' });
  });

  it('lead to their students', () => {
    const filters = tunggakanFilters.read({ lembaga: 'SMP', kelompok: 'umur', limit: '100' });
    expect(siswaOf(filters, '>180')).toBe(
      '/admin/siswa?lembaga=SMP&umur=%3E180&status=belum_lunas&sort=-tunggakan',
    );
  });
});
