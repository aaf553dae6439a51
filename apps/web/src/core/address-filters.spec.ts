import { describe, expect, it } from 'vitest';
import { addressFilters, oneOf, text, wholeNumber } from './address-filters';

const table = addressFilters(
  {
    search: text,
    kelas: text,
    hours: wholeNumber(1, 48),
    sort: oneOf('nama', '-nama'),
    limit: wholeNumber(1, 500),
  },
  { sort: 'nama', limit: 50 },
);

describe('addressFilters', () => {
  it('are read, with wrong ones left out', () => {
    const asked = { search: 'ah', kelas: '8A', hours: '24', sort: '-nama', limit: '100' };
    expect(table.read(asked)).toEqual({ ...asked, hours: 24, limit: 100 });
    const none = { search: null, kelas: null, hours: null, sort: 'nama', limit: 50 };
    expect(table.read({})).toEqual(none);
    expect(table.read({ kelas: ['8A', '8B'], search: '', hours: '-1', sort: 'y', limit: '9999' })).toEqual(
      none,
    );
  });

  it('are written without defaults', () => {
    expect(table.write(table.read({}))).toEqual({});
    expect(table.write(table.read({ kelas: '8A', limit: '25', sort: 'nama' }))).toEqual({
      kelas: '8A',
      limit: 25,
    });
    expect(table.write({ ...table.read({}), search: '' })).toEqual({});
  });

  it('know what they leave out, and how to leave nothing out', () => {
    expect(table.chosen(table.read({ sort: '-nama', limit: '25' }))).toEqual({});
    const filters = table.read({ search: 'a', hours: '24', sort: '-nama' });
    expect(table.chosen(filters)).toEqual({ search: 'a', hours: 24 });
    expect(table.write({ ...filters, ...table.blank })).toEqual({ sort: '-nama' });
  });
});
