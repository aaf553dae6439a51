import { runModule } from './run-module';

const rowOf = (answer: object) => {
  const { stdout, stderr } = runModule(
    `import { COLUMNS, rowOf } from './bench/pembayaran-rows.mjs';
     const { values, open } = rowOf('7', ${JSON.stringify(JSON.stringify(answer))}, '2026-11-28');
     const columns = Object.fromEntries(COLUMNS.map((column, n) => [column, values[n]]));
     console.log(JSON.stringify({ columns, open }));`,
  );
  expect(stderr).toBe('');
  return JSON.parse(stdout);
};
const item = (
  unit_name: string,
  tagihan: number | string,
  dibayar: number | string,
  journal_date: string,
) => {
  return { unit_name, amount_paid: tagihan, amount_billed: dibayar, journal_date };
};
const summary = (tagihan: number, dibayar: number) => ({ total_paid: tagihan, total_billed: dibayar });

it('comes to the figures that the product stores', () => {
  const spp = {
    category_name: 'SPP',
    summary: summary(300, 180),
    items: [
      item('Oktober', '100', '130', '2026-10-10'),
      item('November', 100, 50, '2026-11-10'),
      item('Desember', 100, 0, '2026-12-10'),
    ],
  };
  const years = [
    { period_id: '20262027', summary: summary(300, 180), categories: [spp] },
    { period_id: '20252026', summary: summary(90, 70), categories: [] },
  ];
  const { columns, open } = rowOf({ data: [{ idperson: 7, saldo: '25', periods: years }] });
  expect(columns).toMatchObject({
    ...{ status_pembayaran: 'belum_lunas', tagihan: 390, dibayar: 250, saldo: 25, jumlah_periode: 2 },
    ...{ tunggakan: 70, belum_jatuh_tempo: 100, lebih_bayar: 30 },
    ...{ jatuh_tempo_tertua: '2026-11-10', jatuh_tempo_berikut: '2026-12-10' },
    jatuh_tempo_terakhir: '2026-11-10',
  });
  expect(JSON.parse(columns.pembayaran)[0].periods).toEqual(years);
  expect(open.map((bill: { item: string | null }) => bill.item)).toEqual(['November', 'Desember', null]);
});

it('takes a student without payments as one who owes nothing', () => {
  const { columns, open } = rowOf({ data: [] });
  expect(columns).toMatchObject({ pembayaran: '[]', status_pembayaran: 'lunas', tagihan: 0, tunggakan: 0 });
  expect(open).toEqual([]);
});
