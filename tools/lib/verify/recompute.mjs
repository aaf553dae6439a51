/**
 * A student's figures from a stored answer, on a way of its own: it shares nothing with the product's mapper, counts in
 * BigInt and takes the service's own remaining balances for what is open. The service's names are swapped: `billed` is what
 * was paid (dibayar), `paid` is what was billed (tagihan).
 */

/**
 * @typedef {{ sisa: bigint, periode: string, kategori: string | null, jatuhTempo: string | null }} Bill sisa is dibayar - tagihan
 * @typedef {{ tagihan: bigint, dibayar: bigint, tunggakan: bigint, belum_jatuh_tempo: bigint, lebih_bayar: bigint, saldo: bigint, jumlah_periode: bigint, jatuh_tempo_tertua: string | null, status_pembayaran: string }} Figures
 */

/**
 * @param {string | null} text the stored JSON text, null where the student was never fetched
 * @param {{ today: string, timeZone: string }} school
 * @returns {{ figures: Figures, open: Bill[], due: Bill[] } | null} `open`: the unpaid bills; `due`: those of them that are due
 */
export function recompute(text, { today, timeZone }) {
  if (text === null) return null;
  const periods = JSON.parse(text).flatMap((/** @type {any} */ payments) => distinct(payments.periods));
  /** @type {Bill[]} */
  const bills = periods.flatMap((/** @type {any} */ period) => billsOf(period, timeZone));
  const open = bills.filter(({ sisa }) => sisa < 0n);
  const due = open.filter(({ jatuhTempo }) => jatuhTempo === null || jatuhTempo <= today);
  const totals = periods.map(ofPeriod);
  const owed = total(due, ({ sisa }) => -sisa);
  /** @type {Figures} */
  const figures = {
    tagihan: total(totals, ({ tagihan }) => tagihan),
    dibayar: total(totals, ({ dibayar }) => dibayar),
    tunggakan: owed,
    belum_jatuh_tempo: total(open, ({ sisa }) => -sisa) - owed,
    lebih_bayar: total(bills, ({ sisa }) => (sisa > 0n ? sisa : 0n)),
    saldo: total(JSON.parse(text), ({ saldo }) => rupiah(saldo)),
    jumlah_periode: BigInt(
      periods.some(hasFigures)
        ? new Set(periods.map((/** @type {any} */ each) => nameOf(each.period_id))).size
        : 0,
    ),
    jatuh_tempo_tertua: open.flatMap(({ jatuhTempo }) => jatuhTempo ?? []).sort()[0] ?? null,
    status_pembayaran: owed > 0n ? 'belum_lunas' : 'lunas',
  };
  return { figures, open, due };
}

/** The service repeats a period now and then, to the letter. @param {any[]} periods */
function distinct(periods) {
  const seen = new Set();
  return periods.filter((period) => seen.size < seen.add(JSON.stringify(period)).size);
}

/** One without a total and without parts says nothing of its year. @param {any} period */
function hasFigures({ summary, categories }) {
  return Boolean(categories?.length) || (summary?.total_paid ?? summary?.total_billed ?? null) !== null;
}

/** Items; where there are none the category's total, and without that the period's. @param {any} period @param {string} timeZone @returns {Bill[]} */
function billsOf({ period_id, summary, categories }, timeZone) {
  const periode = nameOf(period_id);
  const bills = (categories ?? []).flatMap((/** @type {any} */ category) => {
    const kategori = nameOf(category.category_name);
    if (!category.items?.length) return ofTotal(category.summary, { periode, kategori });
    return category.items.map((/** @type {any} */ item) => ({
      ...{ periode, kategori, jatuhTempo: dayOf(item.journal_date, timeZone) },
      sisa: remaining(item.remaining_balance, item.amount_billed, item.amount_paid),
    }));
  });
  return bills.length > 0 ? bills : ofTotal(summary, { periode, kategori: null });
}

/** @param {any} summary @param {{ periode: string, kategori: string | null }} of @returns {Bill[]} */
function ofTotal(summary, of) {
  const { total_billed: dibayar, total_paid: tagihan, total_remaining: sent } = summary ?? {};
  if (rupiah(dibayar) === 0n && rupiah(tagihan) === 0n) return [];
  return [{ ...of, jatuhTempo: null, sisa: remaining(sent, dibayar, tagihan) }];
}

/** @param {unknown} sent @param {unknown} dibayar @param {unknown} tagihan */
function remaining(sent, dibayar, tagihan) {
  return sent === undefined || sent === null ? rupiah(dibayar) - rupiah(tagihan) : rupiah(sent);
}

/** @param {unknown} written @param {string} timeZone */
function dayOf(written, timeZone) {
  if (typeof written !== 'string') return null;
  const [date, time] = written
    .trim()
    .toUpperCase()
    .split(/[T ](.*)/);
  if (time !== undefined && !/^\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d(:?\d\d)?)?$/.test(time)) return null;
  const moment = new Date(`${date}T00:00:00Z`);
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(date ?? '') || isNaN(moment.getTime())) return null;
  if (moment.toISOString().slice(0, 10) !== date) return null;
  if (!time || !/(Z|[+-]\d\d:?\d\d|[+-]\d\d)$/.test(time)) return date;
  const at = new Date(`${date}T${time}${/[+-]\d\d$/.test(time) ? ':00' : ''}`);
  return isNaN(at.getTime()) ? null : at.toLocaleDateString('sv-SE', { timeZone });
}

/** @param {unknown} sent */
const nameOf = (sent) => (typeof sent === 'string' || typeof sent === 'number' ? String(sent).trim() : '');

/** @typedef {{ dibayar: bigint, tagihan: bigint }} Amounts */

/** @param {any} period @returns {Amounts} */
function ofPeriod({ summary, categories }) {
  const parts = (categories ?? []).map((/** @type {any} */ category) => {
    const items = (category.items ?? []).map((/** @type {any} */ item) => ({
      dibayar: rupiah(item.amount_billed),
      tagihan: rupiah(item.amount_paid),
    }));
    return ofSummary(category.summary, items);
  });
  return ofSummary(summary, parts);
}

/** A total that is not there is the sum of the parts. @param {any} summary @param {Amounts[]} parts @returns {Amounts} */
function ofSummary(summary, parts) {
  const of = (/** @type {unknown} */ sent, /** @type {keyof Amounts} */ name) =>
    sent === undefined || sent === null ? total(parts, (part) => part[name]) : rupiah(sent);
  return { dibayar: of(summary?.total_billed, 'dibayar'), tagihan: of(summary?.total_paid, 'tagihan') };
}

/** @template T @param {T[]} parts @param {(part: T) => bigint} amount */
function total(parts, amount) {
  return parts.reduce((sum, part) => sum + amount(part), 0n);
}

/** @param {unknown} amount */
function rupiah(amount) {
  return BigInt(Math.round(Number(amount ?? 0)));
}
