import { billsOf, openBills, owedOn, withDaysLate } from './bills';
import { periodeOf, ringkasanOf } from './sisda.mapper';
import type { SisdaCategory, SisdaPayments } from './sisda.types';

const item = (unit_name: string, tagihan: number, dibayar: number, journal_date?: string) => ({
  ...{ unit_id: '7', unit_name, amount_paid: tagihan, amount_billed: dibayar, journal_date },
});
const total = (tagihan: number, dibayar: number) => ({ total_paid: tagihan, total_billed: dibayar });
const spp = (...items: object[]): SisdaCategory => ({ category_name: 'SPP', items });
const data = (categories: SisdaCategory[] | null, summary: object | null = null): SisdaPayments[] => [
  { periods: [{ period_id: '20262027', categories, summary }] },
];
const bills = (of: SisdaPayments[]) => billsOf(periodeOf(of));

const due = item('Juli', 100, 40, '2026-07-10');
const overpaid = item('Agustus', 100, 175, '2026-08-10');
const today = item('November', 100, 0, '2026-11-25');
const later = item('Desember', 100, 0, '2026-12-10');
const undated = item('Denda', 30, 0, 'segera');
const all = data([spp(due, overpaid, today, later, undated)]);

describe('what is owed', () => {
  it('is owed bill by bill: an overpaid one pays for no other, one of next month is not due', () => {
    expect(owedOn('2026-11-25', bills(all))).toBe(60 + 100 + 30);
    expect(ringkasanOf(all).lebihBayar).toBe(75);
  });

  it.each([
    ['2026-07-09', 30],
    ['2026-07-10', 90],
    ['2026-11-24', 90],
    ['2026-12-09', 190],
    ['2026-12-10', 290],
  ])('grows on the day on which a bill falls due: on %s it is %d', (day, owed) => {
    expect(owedOn(day, bills(all))).toBe(owed);
  });

  it('is open until it is paid, whenever it falls due', () => {
    expect(openBills(bills(all)).map(({ item, sisa }) => [item, sisa])).toEqual([
      ['Juli', -60],
      ['November', -100],
      ['Desember', -100],
      ['Denda', -30],
    ]);
  });

  it.each<[string, SisdaPayments[], [string | null, string | null, number][]]>([
    [
      'a category without items',
      data([{ category_name: 'SPP', items: [], summary: total(90, 20) }]),
      [['SPP', null, -70]],
    ],
    [
      'one whose items are null',
      data([{ category_name: 'SPP', items: null, summary: total(90, 20) }]),
      [['SPP', null, -70]],
    ],
    ['a school year without categories', data(null, total(90, 20)), [[null, null, -70]]],
    [
      'one whose categories tell nothing',
      data([{ category_name: 'SPP', items: [] }], total(90, 20)),
      [[null, null, -70]],
    ],
    ['one of which nothing is told at all', data([]), []],
    [
      'items beside a total of their own',
      data([spp(due), { category_name: 'Asrama', summary: total(5, 0) }], total(999, 0)),
      [
        ['SPP', 'Juli', -60],
        ['Asrama', null, -5],
      ],
    ],
  ])('is told by %s as one bill due at once', (_, of, expected) => {
    const found = bills(of);
    expect(found.map(({ kategori, item, sisa }) => [kategori, item, sisa])).toEqual(expected);
    expect(found.filter(({ item, jatuhTempo }) => item === null && jatuhTempo !== null)).toEqual([]);
  });

  it('is refused where no number can hold its sum', () => {
    const many = [1, 2].map((n) => item(String(n), 9_007_199_254_740_991, 0));
    const credit = item('3', -9_007_199_254_740_991, 0);
    const of = data([spp(many[0]!, credit, many[1]!)]);
    expect(() => openBills(bills(of))).toThrow(expect.objectContaining({ flaw: 'sum' }));
  });

  it('is so many days late, and is not late before its day or when it is paid', () => {
    const [periode] = withDaysLate(periodeOf(all), '2026-11-25');
    const { items } = periode!.kategori[0]!;
    expect(items.map(({ nama, hariTerlambat }) => [nama, hariTerlambat])).toEqual([
      ['Juli', 138],
      ['Agustus', null],
      ['November', 0],
      ['Desember', null],
      ['Denda', 0],
    ]);
  });
});
