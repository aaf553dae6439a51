import { describe, expect, it } from 'vitest';
import { scopeOf, siswaFilters, toggledSort } from './siswa-filters';

describe('the filters of the list', () => {
  it('are read from the address', () => {
    expect(
      siswaFilters.read({
        search: 'ah',
        status: 'lunas',
        staleHours: '24',
        sort: '-tunggakan',
        limit: '100',
      }),
    ).toEqual({
      search: 'ah',
      lembaga: null,
      kelas: null,
      status: 'lunas',
      staleHours: 24,
      sort: '-tunggakan',
      limit: 100,
    });
  });

  it('give a run those that it can have too', () => {
    expect(scopeOf(siswaFilters.read({ search: 'ah', lembaga: 'SMP', status: 'lunas' }))).toEqual({
      lembaga: 'SMP',
    });
  });

  it('turn a column round, arrears from the largest and changes from the latest', () => {
    expect(toggledSort('nama', 'nama')).toBe('-nama');
    expect(toggledSort('-nama', 'nama')).toBe('nama');
    expect(toggledSort('nama', 'tunggakan')).toBe('-tunggakan');
    expect(toggledSort('-tunggakan', 'tunggakan')).toBe('tunggakan');
    expect(toggledSort('nama', 'changedAt')).toBe('-changedAt');
  });
});
