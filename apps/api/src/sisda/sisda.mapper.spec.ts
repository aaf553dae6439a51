import { AmountError, periodeOf, ringkasanOf } from './sisda.mapper';
import type { SisdaPayments } from './sisda.types';

/** The example of the service's documentation: total_billed is what was PAID, total_paid what was BILLED. */
const documented: SisdaPayments = {
  idperson: 255046,
  saldo: '150000',
  periods: [
    {
      period_id: '20252026',
      kelas_info: '8A SMP',
      summary: { total_billed: 1200000, total_paid: 1500000 },
      categories: [
        {
          category_name: 'SPP',
          summary: { total_billed: 1200000, total_paid: 1500000 },
          items: [
            {
              unit_id: '7',
              unit_name: 'Juli',
              amount_billed: 100000,
              amount_paid: 125000,
              journal_date: '2025-07-10',
            },
          ],
        },
      ],
    },
  ],
};

const withPeriods = (...periods: SisdaPayments['periods']) => [{ ...documented, periods }];
const period = (period_id: string, dibayar: unknown, tagihan: unknown) => ({
  period_id,
  summary: { total_billed: dibayar, total_paid: tagihan },
});

describe('the swapped names of the payment service', () => {
  it('are set right for periods, categories and items', () => {
    const [periode] = periodeOf([documented]);
    expect(periode).toMatchObject({
      periode: '20252026',
      kelas: '8A SMP',
      tagihan: 1500000,
      dibayar: 1200000,
    });
    expect(periode).toMatchObject({ sisa: -300000, lunas: false });
    expect(periode!.kategori[0]).toMatchObject({
      nama: 'SPP',
      tagihan: 1500000,
      dibayar: 1200000,
      sisa: -300000,
    });
    expect(periode!.kategori[0]!.items[0]).toEqual({
      id: '7',
      nama: 'Juli',
      tanggal: '2025-07-10',
      tagihan: 125000,
      dibayar: 100000,
      sisa: -25000,
      lunas: false,
    });
  });

  it('are summed up: arrears of one period are not made up for by another', () => {
    const data = withPeriods(period('20242025', 500, 100), period('20252026', 100, 250));
    expect(ringkasanOf(data)).toEqual({
      tagihan: 350,
      dibayar: 600,
      tunggakan: 150,
      saldo: 150000,
      jumlahPeriode: 2,
      status: 'belum_lunas',
    });
  });
});

describe('the quirks of the payment service', () => {
  it('are read: amounts as numeric strings, null lists, missing summaries', () => {
    const data = withPeriods(
      { period_id: 20252026, categories: [{ items: [{ amount_billed: '70', amount_paid: '100.00' }] }] },
      { ...period('20242025', '5', '5'), categories: null },
    );
    expect(periodeOf(data).map(({ periode, sisa, lunas }) => [periode, sisa, lunas])).toEqual([
      ['20252026', -30, false],
      ['20242025', 0, true],
    ]);
  });

  it('count a period that is listed twice to the letter once, and one that differs as well', () => {
    expect(ringkasanOf(withPeriods(period('1', 0, 10), period('1', 0, 10))).tunggakan).toBe(10);
    const differing = ringkasanOf(withPeriods(period('1', 0, 10), period('1', 0, 5)));
    expect(differing).toMatchObject({ tunggakan: 15, jumlahPeriode: 1 });
  });

  it('make no payments at all paid up', () => {
    expect(ringkasanOf([])).toMatchObject({ tunggakan: 0, jumlahPeriode: 0, status: 'lunas' });
  });

  it.each(['seratus', true, {}, 'NaN', Infinity])('refuse the amount %p', (amount) => {
    expect(() => ringkasanOf(withPeriods(period('1', amount, 0)))).toThrow(AmountError);
  });
});
