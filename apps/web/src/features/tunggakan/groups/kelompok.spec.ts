import { describe, expect, it } from 'vitest';
import { tunggakanFilters } from '../tunggakan-filters';
import { askedOf, billsOf, siswaOf } from './kelompok';

describe('the groups of arrears', () => {
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
