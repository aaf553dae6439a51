import { describe, expect, it } from 'vitest';
import { chosenBy, isFiltered, readFilters, toggledSort, writeFilters } from './siswa-filters';

describe('filters in the address', () => {
  it('are read, with wrong ones left out', () => {
    expect(
      readFilters({ search: 'ah', status: 'lunas', staleHours: '24', sort: '-tunggakan', limit: '100' }),
    ).toEqual({
      search: 'ah',
      lembaga: null,
      kelas: null,
      status: 'lunas',
      staleHours: 24,
      sort: '-tunggakan',
      limit: 100,
    });
    expect(readFilters({ status: 'x', staleHours: '-1', sort: 'y', limit: '9999' })).toMatchObject({
      status: null,
      staleHours: null,
      sort: 'nama',
      limit: 50,
    });
  });

  it('are written without defaults', () => {
    expect(writeFilters(readFilters({}))).toEqual({});
    expect(writeFilters(readFilters({ kelas: '8A', limit: '25' }))).toEqual({ kelas: '8A', limit: 25 });
  });

  it('know whether they leave students out', () => {
    expect(isFiltered(readFilters({ sort: '-nama', limit: '25' }))).toBe(false);
    expect(isFiltered(readFilters({ search: 'a' }))).toBe(true);
    expect(isFiltered(readFilters({ staleHours: '24' }))).toBe(true);
  });

  it('ask only for what they name', () => {
    expect(chosenBy(readFilters({ kelas: '8A', staleHours: '24', sort: '-nama' }))).toEqual({
      kelas: '8A',
      staleHours: 24,
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
