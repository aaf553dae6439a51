/**
 * A student's figures from a stored answer, on a way of its own: it shares nothing with the product's mapper, counts in
 * BigInt and takes the service's own `total_remaining` for what is open. The service's names are swapped: `billed` is what
 * was paid (dibayar), `paid` is what was billed (tagihan).
 */

/** @typedef {{ tagihan: bigint, dibayar: bigint, tunggakan: bigint, saldo: bigint, jumlah_periode: bigint, status_pembayaran: string }} Figures */

/** @param {string | null} text the stored JSON text, null where the student was never fetched @returns {Figures | null} */
export function recompute(text) {
  if (text === null) return null;
  /** @type {Figures} */
  const figures = {
    tagihan: 0n,
    dibayar: 0n,
    tunggakan: 0n,
    saldo: 0n,
    jumlah_periode: 0n,
    status_pembayaran: 'lunas',
  };
  for (const payments of JSON.parse(text)) {
    figures.saldo += rupiah(payments.saldo);
    const seen = new Set();
    const names = new Set();
    for (const period of payments.periods) {
      // The service repeats a period now and then, to the letter.
      const letters = JSON.stringify(period);
      if (seen.has(letters)) continue;
      seen.add(letters);
      names.add(String(period.period_id));
      const { dibayar, tagihan, sisa } = ofPeriod(period);
      figures.dibayar += dibayar;
      figures.tagihan += tagihan;
      if (sisa < 0n) figures.tunggakan -= sisa;
    }
    figures.jumlah_periode += BigInt(names.size);
  }
  if (figures.tunggakan > 0n) figures.status_pembayaran = 'belum_lunas';
  return figures;
}

/** @typedef {{ dibayar: bigint, tagihan: bigint }} Amounts */

/** @param {any} period */
function ofPeriod({ summary, categories }) {
  const parts = (categories ?? []).map((/** @type {any} */ category) => {
    const items = (category.items ?? []).map((/** @type {any} */ item) => ({
      dibayar: rupiah(item.amount_billed),
      tagihan: rupiah(item.amount_paid),
    }));
    return ofSummary(category.summary, items);
  });
  const { dibayar, tagihan } = ofSummary(summary, parts);
  const sisa = summary?.total_remaining ?? null;
  return { dibayar, tagihan, sisa: sisa === null ? dibayar - tagihan : rupiah(sisa) };
}

/** A total that is not there is the sum of the parts. @param {any} summary @param {Amounts[]} parts @returns {Amounts} */
function ofSummary(summary, parts) {
  const total = (/** @type {unknown} */ sent, /** @type {keyof Amounts} */ name) =>
    sent === undefined || sent === null ? parts.reduce((sum, part) => sum + part[name], 0n) : rupiah(sent);
  return {
    dibayar: total(summary?.total_billed, 'dibayar'),
    tagihan: total(summary?.total_paid, 'tagihan'),
  };
}

/** @param {unknown} amount */
function rupiah(amount) {
  return BigInt(Math.round(Number(amount ?? 0)));
}
