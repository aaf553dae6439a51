import type { SisdaPayments, SisdaPeriod } from '../sisda/sisda.types';
import { comparePembayaran } from './compare-pembayaran';

const TODAY = '2026-11-25';

/** A school year of bills as [name, tagihan, dibayar]. */
const year = (period_id: string, ...bills: [string, number, number][]): SisdaPeriod => ({
  period_id,
  categories: [
    {
      category_name: 'SPP',
      items: bills.map(([unit_name, tagihan, dibayar]) => ({
        unit_id: unit_name,
        unit_name,
        amount_paid: tagihan,
        amount_billed: dibayar,
      })),
    },
  ],
});
const data = (...periods: SisdaPeriod[]): SisdaPayments[] => [{ periods }];

describe('what changed in payments', () => {
  it('is each bill that differs, and the totals', () => {
    const before = data(year('20252026', ['Juli', 100, 0], ['Agustus', 100, 0]));
    const after = data(year('20252026', ['Juli', 100, 100], ['Agustus', 100, 0], ['September', 100, 0]));
    expect(comparePembayaran(before, after, TODAY)).toEqual({
      tagihanBefore: 200,
      tagihanAfter: 300,
      dibayarBefore: 0,
      dibayarAfter: 100,
      tunggakanBefore: 200,
      tunggakanAfter: 200,
      periodeBaru: [],
      periodeHilang: [],
      items: [
        {
          ...{ periode: '20252026', kategori: 'SPP', nama: 'Juli' },
          ...{ tagihanBefore: 100, tagihanAfter: 100, dibayarBefore: 0, dibayarAfter: 100 },
        },
        {
          ...{ periode: '20252026', kategori: 'SPP', nama: 'September' },
          ...{ tagihanBefore: null, tagihanAfter: 100, dibayarBefore: null, dibayarAfter: 0 },
        },
      ],
    });
  });

  it('names school years that came and went', () => {
    const change = comparePembayaran(
      data(year('20242025', ['Juli', 5, 5])),
      data(year('20252026', ['Juli', 5, 0])),
      TODAY,
    );
    expect(change).toMatchObject({ periodeBaru: ['20252026'], periodeHilang: ['20242025'] });
    expect(change.items.map(({ periode, dibayarAfter }) => [periode, dibayarAfter])).toEqual([
      ['20252026', 0],
      ['20242025', null],
    ]);
  });

  it('is nothing between equal bills in another order', () => {
    const [juli, agustus]: [string, number, number][] = [
      ['Juli', 100, 0],
      ['Agustus', 100, 50],
    ];
    expect(
      comparePembayaran(data(year('1', juli!, agustus!)), data(year('1', agustus!, juli!)), TODAY).items,
    ).toEqual([]);
  });
});
