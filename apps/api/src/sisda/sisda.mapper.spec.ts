import { AmountError } from './amount';
import { type Checks, periodeOf, ringkasanOf } from './sisda.mapper';
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
      jatuhTempo: '2025-07-10',
      hariTerlambat: null,
      tagihan: 125000,
      dibayar: 100000,
      sisa: -25000,
      lunas: false,
    });
  });

  it('are summed up', () => {
    const data = withPeriods(period('20242025', 500, 100), period('20252026', 100, 250));
    expect(ringkasanOf(data)).toEqual({
      tagihan: 350,
      dibayar: 600,
      lebihBayar: 400,
      saldo: 150000,
      jumlahPeriode: 2,
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
    expect(ringkasanOf(withPeriods(period('1', 0, 10), period('1', 0, 10))).tagihan).toBe(10);
    const differing = ringkasanOf(withPeriods(period('1', 0, 10), period('1', 0, 5)));
    expect(differing).toMatchObject({ tagihan: 15, jumlahPeriode: 1 });
  });

  it('make nothing of periods of which not one has a figure', () => {
    const silent = [{ period_id: '1' }, { period_id: '2', summary: {}, categories: [] }];
    expect(ringkasanOf(withPeriods(...silent))).toMatchObject({ jumlahPeriode: 0 });
    expect(ringkasanOf(withPeriods(...silent, period('3', 0, 0)))).toMatchObject({ jumlahPeriode: 3 });
  });

  it('make nothing of no payments at all', () => {
    expect(ringkasanOf([])).toMatchObject({ tagihan: 0, jumlahPeriode: 0 });
  });
});

const item = (amounts: object) => ({ unit_id: '7', unit_name: 'Juli', ...amounts });
const withItems = (items: object[], summary: object | null = null, periodSummary: object | null = null) =>
  withPeriods({
    period_id: '1',
    summary: periodSummary,
    categories: [{ category_name: 'SPP', summary, items }],
  });

describe('amounts', () => {
  it.each<[unknown, number]>([
    [125000, 125000],
    ['125000', 125000],
    ['125000.00', 125000],
    ['125000.000', 125000],
    ['0.000', 0],
    ['125.0000', 125],
    ['+5', 5],
    ['-5', -5],
    ['007', 7],
    [-0, 0],
    [9007199254740991, 9007199254740991],
  ])('%p is %p rupiah', (sent, read) => {
    expect(ringkasanOf(withItems([item({ amount_billed: 0, amount_paid: sent })])).tagihan).toBe(read);
    expect(ringkasanOf([{ ...documented, saldo: sent, periods: [] }]).saldo).toBe(read);
  });

  it.each([
    '125.000',
    '-1.000',
    '1.000.000',
    '1,5',
    '0x10',
    '1e5',
    '',
    ' 125000',
    '125000.',
    '125000.50',
    '.0',
    'seratus',
    '٣',
    125000.5,
    9007199254740992,
    '9007199254740993',
    Infinity,
    true,
    {},
    [],
  ])('%p is none, wherever it stands', (sent) => {
    for (const field of ['amount_billed', 'amount_paid', 'remaining_balance']) {
      const bill = { amount_billed: 0, amount_paid: 0, [field]: sent };
      expect(() => periodeOf(withItems([item(bill)]))).toThrow(AmountError);
    }
    for (const field of ['total_billed', 'total_paid', 'total_remaining']) {
      expect(() => periodeOf(withItems([], { [field]: sent }))).toThrow(AmountError);
      expect(() => periodeOf(withItems([], null, { [field]: sent }))).toThrow(AmountError);
    }
    expect(() => ringkasanOf([{ ...documented, saldo: sent, periods: [] }])).toThrow(AmountError);
  });

  it('beyond what a number can hold are refused in sums too', () => {
    const many = Array.from({ length: 3 }, () => item({ amount_billed: 0, amount_paid: 9007199254740991 }));
    expect(() => ringkasanOf(withItems(many))).toThrow(expect.objectContaining({ flaw: 'sum' }));
    const periods = ['1', '2'].map((id) => period(id, 0, 9007199254740991));
    expect(() => ringkasanOf(withPeriods(...periods))).toThrow(expect.objectContaining({ flaw: 'sum' }));
  });
});

describe('amounts that are not there', () => {
  it.each([
    [{ amount_billed: 5 }],
    [{ amount_paid: 5 }],
    [{ amount_billed: null, amount_paid: 5 }],
    [{ amount_billed: 5, amount_paid: null, remaining_balance: null }],
    [{ amount_billed: null, amount_paid: 5, remaining_balance: 5 }],
  ])('refuse the item %j', (bill) => {
    expect(() => periodeOf(withItems([item(bill)]))).toThrow(expect.objectContaining({ flaw: 'missing' }));
  });

  it('are nothing where the remaining balance says so', () => {
    const bills = [
      item({ amount_billed: null, amount_paid: 5, remaining_balance: -5 }),
      item({ amount_billed: 7, amount_paid: null, remaining_balance: '7' }),
    ];
    expect(periodeOf(withItems(bills))[0]!.kategori[0]!.items).toMatchObject([
      { tagihan: 5, dibayar: 0, sisa: -5 },
      { tagihan: 0, dibayar: 7, sisa: 7 },
    ]);
  });

  it.each([
    ['an empty summary', {}, { tagihan: 125, dibayar: 25 }],
    ['one without what was paid', { total_paid: 200, total_billed: null }, { tagihan: 200, dibayar: 25 }],
    ['one without what was billed', { total_billed: 30 }, { tagihan: 125, dibayar: 30 }],
  ])('in %s are the sum of the parts, for categories and periods', (_, summary, right) => {
    const bill = item({ amount_billed: 25, amount_paid: 125 });
    expect(periodeOf(withItems([bill], summary))[0]!.kategori[0]).toMatchObject(right);
    expect(periodeOf(withItems([bill], null, summary))[0]).toMatchObject(right);
  });

  it('cannot be guessed where there are no parts', () => {
    expect(() => periodeOf(withItems([], null, { total_paid: 5 }))).not.toThrow();
    expect(() => periodeOf(withPeriods({ period_id: '1', summary: { total_paid: 5 } }))).toThrow(AmountError);
    const agreed = { total_paid: 5, total_remaining: -5 };
    expect(periodeOf(withPeriods({ period_id: '1', summary: agreed }))[0]).toMatchObject({ sisa: -5 });
  });
});

describe('the remaining balance', () => {
  const checksOf = (data: ReturnType<typeof withItems>) => {
    const checks: Checks = { contradicts: false, tells: false };
    periodeOf(data, checks);
    return checks;
  };

  it.each([
    ['of an item', withItems([item({ amount_billed: 125, amount_paid: 0, remaining_balance: -125 })])],
    ['of a category', withItems([], { total_billed: 5, total_paid: 0, total_remaining: -5 })],
    ['of a period', withItems([], null, { total_billed: 5, total_paid: 0, total_remaining: -5 })],
    ['of a sum of parts', withItems([item({ amount_billed: 0, amount_paid: 5 })], { total_remaining: 5 })],
    ['of nothing at all', withItems([], { total_remaining: -5 })],
  ])('%s contradicts what it is not', (_, data) => {
    expect(checksOf(data)).toEqual({ contradicts: true, tells: true });
  });

  it('tells nothing where it is zero or not there, and agrees where it is right', () => {
    const bill = (sisa: number | null) =>
      item({ amount_billed: 5, amount_paid: 5 - (sisa ?? 0), remaining_balance: sisa });
    expect(checksOf(withItems([bill(0), bill(null)]))).toEqual({ contradicts: false, tells: false });
    expect(checksOf(withItems([bill(-3)]))).toEqual({ contradicts: false, tells: true });
  });
});
