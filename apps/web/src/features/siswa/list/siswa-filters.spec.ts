import { describe, expect, it } from 'vitest';
import { scopeOf, siswaFilters, toggledSort } from './siswa-filters';

describe('the filters of the list', () => {
  it('are read from the address', () => {
    const query = { search: 'ah', kelasDiniyah: '2', status: 'lunas', sort: '-tunggakan' };
    expect(siswaFilters.read({ ...query, staleHours: '24' })).toMatchObject({
      ...query,
      lembaga: null,
      staleHours: 24,
      limit: 50,
    });
  });

  it('give a run the students that are listed', () => {
    const query = { search: 'ah', lembaga: 'SMP', kamar: '3', status: 'lunas' };
    const filters = siswaFilters.read({ ...query, staleHours: '24', sort: '-nama', limit: '25' });
    expect(scopeOf(filters)).toEqual({ ...query, staleHours: 24 });
    const owing = { kategori: 'SPP', periode: '20252026', umur: '>180', terlambat: '31' };
    expect(scopeOf(siswaFilters.read(owing))).toEqual({ ...owing, terlambat: 31 });
  });

  it('turn a column round, arrears from the largest and changes from the latest', () => {
    expect(toggledSort('nama', 'nama')).toBe('-nama');
    expect(toggledSort('-nama', 'nama')).toBe('nama');
    expect(toggledSort('nama', 'tunggakan')).toBe('-tunggakan');
    expect(toggledSort('-tunggakan', 'tunggakan')).toBe('tunggakan');
    expect(toggledSort('nama', 'changedAt')).toBe('-changedAt');
  });
});
