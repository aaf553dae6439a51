import type { PerubahanDto, PerubahanItemDto } from '@bantubayar/shared';
import { describe, expect, it } from 'vitest';
import { fateOf, itemsByPeriode, perubahanParts } from './perubahan-parts';

const bill = (item: Partial<PerubahanItemDto> = {}): PerubahanItemDto => ({
  periode: '20252026',
  kategori: 'SPP',
  nama: 'Juli',
  tagihanBefore: 100,
  tagihanAfter: 100,
  dibayarBefore: 0,
  dibayarAfter: 0,
  ...item,
});
const perubahan = (values: Partial<PerubahanDto> = {}): PerubahanDto => ({
  id: '1',
  idperson: '250001',
  nama: 'Ahmad',
  UnitFormal: null,
  KelasFormal: null,
  at: '2026-11-22T07:00:00Z',
  runId: null,
  tagihanBefore: 1_000,
  tagihanAfter: 1_000,
  dibayarBefore: 500,
  dibayarAfter: 500,
  dibayarSelisih: 0,
  turun: false,
  tunggakanBefore: 500,
  tunggakanAfter: 500,
  periodeBaru: [],
  periodeHilang: [],
  items: [],
  ...values,
});

describe('what happened', () => {
  it('is a payment, or one that was taken back', () => {
    expect(perubahanParts(perubahan({ dibayarSelisih: 125 }))).toEqual([{ name: 'paid', amount: 125 }]);
    expect(perubahanParts(perubahan({ dibayarSelisih: -100 }))).toEqual([{ name: 'paid', amount: -100 }]);
  });

  it('is a payment and a larger bill together', () => {
    expect(perubahanParts(perubahan({ dibayarSelisih: 125, tagihanAfter: 1_050 }))).toEqual([
      { name: 'paid', amount: 125 },
      { name: 'billed', amount: 50 },
    ]);
    expect(perubahanParts(perubahan({ tagihanAfter: 900 }))).toEqual([{ name: 'billed', amount: -100 }]);
  });

  it('is a new school year, without telling its bills once more', () => {
    const items = [bill({ periode: '20262027', tagihanBefore: null, tagihanAfter: 300, dibayarAfter: 20 })];
    const values = { periodeBaru: ['20262027'], items, tagihanAfter: 1_300, dibayarSelisih: 20 };
    expect(perubahanParts(perubahan(values))).toEqual([
      { name: 'paid', amount: 20 },
      { name: 'periodeBaru', periode: ['20262027'] },
    ]);
  });

  it('is a school year that went, and what had been paid of it', () => {
    const items = [bill({ tagihanAfter: null, dibayarBefore: 100, dibayarAfter: null })];
    const values = { periodeHilang: ['20252026'], items, tagihanAfter: 900, dibayarSelisih: -100 };
    expect(perubahanParts(perubahan(values))).toEqual([
      { name: 'paid', amount: -100 },
      { name: 'periodeHilang', periode: ['20252026'] },
    ]);
  });

  it('is in the bills alone, or not even there', () => {
    expect(perubahanParts(perubahan({ items: [bill()] }))).toEqual([{ name: 'items' }]);
    expect(perubahanParts(perubahan())).toEqual([{ name: 'remarks' }]);
  });
});

describe('bills that changed', () => {
  it('stand by school year, those of whole years last, as many as asked for', () => {
    const items = [bill(), bill({ periode: '20262027' }), bill({ nama: 'Agustus' })];
    const shown = itemsByPeriode(perubahan({ items, periodeBaru: ['20262027'] }));
    expect(shown.map(({ periode, fate, items }) => [periode, fate, items.length])).toEqual([
      ['20252026', null, 2],
      ['20262027', 'baru', 1],
    ]);
    expect(itemsByPeriode(perubahan({ items }), 1).map(({ periode }) => periode)).toEqual(['20262027']);
  });

  it('are new, removed, lowered or nothing of it', () => {
    expect(fateOf(bill({ tagihanBefore: null }))).toBe('baru');
    expect(fateOf(bill({ tagihanAfter: null }))).toBe('hilang');
    expect(fateOf(bill({ tagihanAfter: 50 }))).toBe('turun');
    expect(fateOf(bill())).toBeNull();
  });
});
