import type {
  ItemPembayaranDto,
  JumlahDto,
  KategoriPembayaranDto,
  PeriodePembayaranDto,
  StatusPembayaran,
} from '@bantubayar/shared';
import type { SisdaCategory, SisdaItem, SisdaPayments, SisdaPeriod, SisdaSummary } from './sisda.types';

/**
 * The one place that knows that the payment service swapped its names: `billed` holds what was paid (dibayar),
 * `paid` holds what was billed (tagihan). Its remaining balance is dibayar - tagihan, and so is our `sisa`.
 */
const dibayarOf = (summary: SisdaSummary) => rupiah(summary.total_billed);
const tagihanOf = (summary: SisdaSummary) => rupiah(summary.total_paid);
const itemDibayarOf = (item: SisdaItem) => rupiah(item.amount_billed);
const itemTagihanOf = (item: SisdaItem) => rupiah(item.amount_paid);

/** The figures of a student over all periods; amounts in whole rupiah. */
export interface RingkasanPembayaran {
  tagihan: number;
  dibayar: number;
  /** Sum over the periods in arrears; an overpaid period does not make up for another. */
  tunggakan: number;
  saldo: number;
  jumlahPeriode: number;
  status: Exclude<StatusPembayaran, 'belum_sinkron'>;
}

/** An amount that is neither a number nor a numeric string. */
export class AmountError extends Error {
  override name = 'AmountError';
}

/** Payments by period, category and item, newest period first. `data` is the service's, checked or stored by us. */
export function periodeOf(data: readonly SisdaPayments[]): PeriodePembayaranDto[] {
  return data
    .flatMap((payments) => distinct(payments.periods))
    .map(periode)
    .sort((a, b) => b.periode.localeCompare(a.periode));
}

export function ringkasanOf(data: readonly SisdaPayments[]): RingkasanPembayaran {
  const periode = periodeOf(data);
  const tunggakan = sum(periode, ({ sisa }) => Math.max(0, -sisa));
  return {
    tagihan: sum(periode, ({ tagihan }) => tagihan),
    dibayar: sum(periode, ({ dibayar }) => dibayar),
    tunggakan,
    saldo: sum(data, ({ saldo }) => rupiah(saldo)),
    jumlahPeriode: new Set(periode.map((each) => each.periode)).size,
    status: tunggakan > 0 ? 'belum_lunas' : 'lunas',
  };
}

/** The service sometimes lists a period twice; the same period to the letter counts once. */
function distinct(periods: SisdaPeriod[]): SisdaPeriod[] {
  if (new Set(periods.map((period) => period.period_id)).size === periods.length) return periods;
  return [...new Map(periods.map((period) => [JSON.stringify(period), period])).values()];
}

function periode(period: SisdaPeriod): PeriodePembayaranDto {
  const kategori = (period.categories ?? []).map(kategoriOf);
  return {
    periode: label(period.period_id) ?? '',
    kelas: label(period.kelas_info),
    ...jumlahOf(period.summary, kategori),
    kategori,
  };
}

function kategoriOf(category: SisdaCategory): KategoriPembayaranDto {
  const items = (category.items ?? []).map(itemOf);
  return { nama: label(category.category_name) ?? '', ...jumlahOf(category.summary, items), items };
}

function itemOf(item: SisdaItem): ItemPembayaranDto {
  return {
    id: label(item.unit_id) ?? '',
    nama: label(item.unit_name) ?? '',
    tanggal: label(item.journal_date),
    ...jumlah(itemTagihanOf(item), itemDibayarOf(item)),
  };
}

/** The service's own summary, or the sum of the parts where it sent none. */
function jumlahOf(summary: SisdaSummary | null | undefined, parts: readonly JumlahDto[]): JumlahDto {
  if (summary) return jumlah(tagihanOf(summary), dibayarOf(summary));
  return jumlah(
    sum(parts, ({ tagihan }) => tagihan),
    sum(parts, ({ dibayar }) => dibayar),
  );
}

function jumlah(tagihan: number, dibayar: number): JumlahDto {
  const sisa = dibayar - tagihan;
  return { tagihan, dibayar, sisa, lunas: sisa >= 0 };
}

function rupiah(value: unknown): number {
  if (value === null || value === undefined || value === '') return 0;
  const amount = typeof value === 'number' || typeof value === 'string' ? Math.round(Number(value)) : NaN;
  if (!Number.isSafeInteger(amount)) throw new AmountError(`not an amount: ${JSON.stringify(value)}`);
  return amount;
}

function label(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function sum<T>(parts: readonly T[], amount: (part: T) => number): number {
  return parts.reduce((total, part) => total + amount(part), 0);
}
