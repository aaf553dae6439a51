import type {
  ItemPembayaranDto,
  JumlahDto,
  KategoriPembayaranDto,
  PeriodePembayaranDto,
} from '@bantubayar/shared';
import { AmountError, rupiahOrNull, sum } from './amount';
import { type Bill, billsOf } from './bills';
import { dueDay } from './due-day';
import type { SisdaCategory, SisdaItem, SisdaPayments, SisdaPeriod, SisdaSummary } from './sisda.types';

/** Amounts as the service sends them, set right; null where it sends none. */
interface Amounts {
  tagihan: number | null;
  dibayar: number | null;
  sisa: number | null;
}

/**
 * The one place that knows that the payment service swapped its names: `billed` holds what was paid (dibayar),
 * `paid` holds what was billed (tagihan). Its remaining balance is dibayar - tagihan, and so is our `sisa`.
 */
const ofSummary = (summary: SisdaSummary): Amounts => ({
  dibayar: rupiahOrNull(summary.total_billed, 'total_billed'),
  tagihan: rupiahOrNull(summary.total_paid, 'total_paid'),
  sisa: rupiahOrNull(summary.total_remaining, 'total_remaining'),
});
const ofItem = (item: SisdaItem): Amounts => {
  if (item.amount_billed === undefined) throw missing('amount_billed');
  if (item.amount_paid === undefined) throw missing('amount_paid');
  return {
    dibayar: rupiahOrNull(item.amount_billed, 'amount_billed'),
    tagihan: rupiahOrNull(item.amount_paid, 'amount_paid'),
    sisa: rupiahOrNull(item.remaining_balance, 'remaining_balance'),
  };
};

/** The figures of a student over all periods that hold on any day; amounts in whole rupiah. */
export interface RingkasanPembayaran {
  tagihan: number;
  dibayar: number;
  /** Paid beyond what was billed, bill by bill. */
  lebihBayar: number;
  saldo: number;
  /** School years; 0 where not one of them has a figure. */
  jumlahPeriode: number;
}

/** Whether the remaining balances of an answer agree with how it was read. */
export interface Checks {
  /** Some balance is not dibayar - tagihan. */
  contradicts: boolean;
  /** Some balance is not zero, so that swapped names would have shown. */
  tells: boolean;
}

/**
 * Payments by period, category and item, newest period first; throws AmountError. `data` is the service's, checked or
 * stored by us; `checks` notes what the remaining balances say. Long, since this is the one place that knows the swapped names.
 */
export function periodeOf(
  data: readonly SisdaPayments[],
  checks: Checks = { contradicts: false, tells: false },
): PeriodePembayaranDto[] {
  return data
    .flatMap((payments) => distinct(payments.periods))
    .map((period) => periodeFrom(period, checks))
    .sort((a, b) => b.periode.localeCompare(a.periode));
}

/** What the periods and their bills come to, with the student's balance. */
export function ringkasanOf(
  data: readonly SisdaPayments[],
  periode: readonly PeriodePembayaranDto[] = periodeOf(data),
  bills: readonly Bill[] = billsOf(periode),
): RingkasanPembayaran {
  return {
    tagihan: sum(periode, ({ tagihan }) => tagihan),
    dibayar: sum(periode, ({ dibayar }) => dibayar),
    lebihBayar: sum(bills, ({ sisa }) => Math.max(0, sisa)),
    saldo: sum(data, ({ saldo }) => rupiahOrNull(saldo, 'saldo') ?? 0),
    jumlahPeriode: data.some(({ periods }) => periods.some(hasFigures))
      ? new Set(periode.map((each) => each.periode)).size
      : 0,
  };
}

/** The service sometimes lists a period twice; the same period to the letter counts once. */
function distinct(periods: SisdaPeriod[]): SisdaPeriod[] {
  if (new Set(periods.map((period) => period.period_id)).size === periods.length) return periods;
  return [...new Map(periods.map((period) => [JSON.stringify(period), period])).values()];
}

/** Without a total and without parts it says nothing of a school year, not even that nothing was billed. */
function hasFigures({ summary, categories }: SisdaPeriod): boolean {
  return Boolean(categories?.length) || (summary?.total_paid ?? summary?.total_billed ?? null) !== null;
}

function periodeFrom(period: SisdaPeriod, checks: Checks): PeriodePembayaranDto {
  const kategori = (period.categories ?? []).map((category) => kategoriFrom(category, checks));
  return {
    periode: label(period.period_id) ?? '',
    kelas: label(period.kelas_info),
    ...jumlahOf(period.summary, kategori, checks),
    kategori,
  };
}

function kategoriFrom(category: SisdaCategory, checks: Checks): KategoriPembayaranDto {
  const items = (category.items ?? []).map((item) => itemFrom(item, checks));
  return {
    nama: label(category.category_name) ?? '',
    ...jumlahOf(category.summary, items, checks),
    items,
  };
}

function itemFrom(item: SisdaItem, checks: Checks): ItemPembayaranDto {
  return {
    id: label(item.unit_id) ?? '',
    nama: label(item.unit_name) ?? '',
    tanggal: label(item.journal_date),
    jatuhTempo: dueDay(item.journal_date),
    hariTerlambat: null,
    ...jumlah(zeroWhereAgreed(ofItem(item)), checks),
  };
}

/** The service's own totals; one that is missing is the sum of the parts. */
function jumlahOf(
  summary: SisdaSummary | null | undefined,
  parts: readonly JumlahDto[],
  checks: Checks,
): JumlahDto {
  const sent = summary ? ofSummary(summary) : { tagihan: null, dibayar: null, sisa: null };
  const hasOne = (sent.tagihan ?? sent.dibayar) !== null;
  if (parts.length === 0 && hasOne) return jumlah(zeroWhereAgreed(sent), checks);
  const tagihan = sent.tagihan ?? sum(parts, (part) => part.tagihan);
  const dibayar = sent.dibayar ?? sum(parts, (part) => part.dibayar);
  return jumlah({ tagihan, dibayar, sisa: sent.sisa }, checks);
}

/** Null is nothing billed, or nothing paid, only where the remaining balance says so too. */
function zeroWhereAgreed({ tagihan, dibayar, sisa }: Amounts) {
  if (tagihan !== null && dibayar !== null) return { tagihan, dibayar, sisa };
  const filled = { tagihan: tagihan ?? 0, dibayar: dibayar ?? 0, sisa };
  if (sisa !== filled.dibayar - filled.tagihan) throw missing(tagihan === null ? 'tagihan' : 'dibayar');
  return filled;
}

function jumlah(
  { tagihan, dibayar, sisa: sent }: { tagihan: number; dibayar: number; sisa: number | null },
  checks: Checks,
): JumlahDto {
  const sisa = sum([dibayar, -tagihan], (amount) => amount);
  if (sent !== null && sent !== sisa) checks.contradicts = true;
  if (sent !== null && (sent !== 0 || sisa !== 0)) checks.tells = true;
  return { tagihan, dibayar, sisa, lunas: sisa >= 0 };
}

const missing = (field: string) => new AmountError('missing', `${field} tidak ada`);

/** Names are compared and grouped, by us and by the database, which takes those for the same that differ in the spaces behind them. */
function label(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null;
}
