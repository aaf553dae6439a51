import type { Bill } from '../sisda/bills';
import { dayFiguresOf } from './day-figures';

const bill = (jatuhTempo: string | null, tagihan: number, dibayar = 0): Bill => ({
  ...{ periode: '20262027', kategori: 'SPP', id: '7', item: 'Juli' },
  ...{ jatuhTempo, tagihan, dibayar, sisa: dibayar - tagihan },
});

describe('the figures of a day', () => {
  it('are those of a student who owes nothing', () => {
    expect(dayFiguresOf([], '2026-11-29')).toEqual({
      ...{ tunggakan: 0, belumJatuhTempo: 0, status: 'lunas' },
      ...{ tertua: null, berikut: null, terakhir: null },
    });
  });

  it('count what is due by that day, or has no date, as arrears', () => {
    const bills = [
      bill('2026-12-10', 400),
      bill('2026-11-29', 100, 30),
      bill('2026-11-10', 100),
      bill('2026-11-30', 50),
      bill(null, 5),
    ];
    expect(dayFiguresOf(bills, '2026-11-29')).toEqual({
      ...{ tunggakan: 175, belumJatuhTempo: 450, status: 'belum_lunas' },
      ...{ tertua: '2026-11-10', berikut: '2026-11-30', terakhir: '2026-11-29' },
    });
  });

  it('leave a student paid up who owes only later', () => {
    expect(dayFiguresOf([bill('2026-11-30', 50)], '2026-11-29')).toEqual({
      ...{ tunggakan: 0, belumJatuhTempo: 50, status: 'lunas' },
      ...{ tertua: '2026-11-30', berikut: '2026-11-30', terakhir: null },
    });
  });
});
