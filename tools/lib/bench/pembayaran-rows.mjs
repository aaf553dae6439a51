/** An answer of the payment service as a row, in the shortest way: no checks, only what is to be stored. */
import { createHash } from 'node:crypto';

/** The columns of `values`, which are those that the product writes. */
export const COLUMNS = [
  ...['pembayaran', 'status_pembayaran', 'tagihan', 'dibayar', 'tunggakan', 'saldo', 'jumlah_periode'],
  ...['content_hash', 'belum_jatuh_tempo', 'lebih_bayar', 'figures_of'],
  ...['jatuh_tempo_tertua', 'jatuh_tempo_berikut', 'jatuh_tempo_terakhir'],
];

/** @typedef {{ periode: string, kategori: string | null, item: string | null, jatuhTempo: string | null, tagihan: number, dibayar: number }} Bill */
/** @typedef {{ idperson: string, values: (string | number | null)[], open: Bill[], dibayar: number }} PembayaranRow */

/** The service calls paid what was billed, and billed what was paid. @param {any} summary */
const ofSummary = (summary) => ({
  tagihan: Number(summary.total_paid),
  dibayar: Number(summary.total_billed),
});

/** @param {string} idperson @param {string} answer @param {string} today @returns {PembayaranRow} */
export function rowOf(idperson, answer, today) {
  const [payments] = JSON.parse(answer).data;
  /** @type {any[]} */
  const periods = payments?.periods ?? [];
  const pembayaran = answer.slice(answer.indexOf('['), answer.lastIndexOf(']') + 1);
  const bills = periods.flatMap(billsOfPeriod);
  const open = bills.filter((bill) => bill.dibayar < bill.tagihan);
  const due = open.filter(({ jatuhTempo }) => jatuhTempo === null || jatuhTempo <= today);
  const later = open.filter((bill) => !due.includes(bill));
  const tunggakan = owed(due);
  const hash = createHash('sha256').update(pembayaran).digest('hex');
  const dibayar = sum(periods.map(({ summary }) => ofSummary(summary).dibayar));
  const values = [
    ...[pembayaran, tunggakan > 0 ? 'belum_lunas' : 'lunas'],
    ...[sum(periods.map(({ summary }) => ofSummary(summary).tagihan)), dibayar, tunggakan],
    ...[Number(payments?.saldo ?? 0), periods.length, hash, owed(later)],
    ...[sum(bills.map((bill) => Math.max(0, bill.dibayar - bill.tagihan))), hash],
    ...[days(open)[0] ?? null, days(later)[0] ?? null, days(due).at(-1) ?? null],
  ];
  return { idperson, values, open, dibayar };
}

/** @param {any} period @returns {Bill[]} */
function billsOfPeriod({ period_id: periode, summary, categories }) {
  if (categories.length === 0)
    return [{ periode, kategori: null, item: null, jatuhTempo: null, ...ofSummary(summary) }];
  return categories.flatMap((/** @type {any} */ { category_name: kategori, summary: total, items }) =>
    items.length === 0
      ? [{ periode, kategori, item: null, jatuhTempo: null, ...ofSummary(total) }]
      : items.map((/** @type {any} */ item) => ({
          ...{ periode, kategori, item: item.unit_name, jatuhTempo: item.journal_date },
          ...{ tagihan: Number(item.amount_paid), dibayar: Number(item.amount_billed) },
        })),
  );
}

const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, each) => total + each, 0);
const owed = (/** @type {Bill[]} */ bills) => sum(bills.map(({ tagihan, dibayar }) => tagihan - dibayar));
const days = (/** @type {Bill[]} */ bills) => bills.flatMap(({ jatuhTempo }) => jatuhTempo ?? []).sort();
