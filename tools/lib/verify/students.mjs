/** Every student's figures and unpaid bills against the stored answer. */
import { Groups, umurOf } from './groups.mjs';
import { recompute } from './recompute.mjs';
import { pagesOf } from './rows.mjs';

const AMOUNTS = /** @type {const} */ ([
  ...['tagihan', 'dibayar', 'tunggakan', 'belum_jatuh_tempo', 'lebih_bayar'],
]);
const COLUMNS = /** @type {const} */ ([
  ...AMOUNTS,
  ...['saldo', 'jumlah_periode', 'jatuh_tempo_tertua', 'status_pembayaran'],
]);
/** What a column holds before the first fetch, where that is not nothing. @type {Record<string, string>} */
const UNFETCHED = { status_pembayaran: 'belum_sinkron' };
/** The table of unpaid bills keeps so much of a name. */
const LONGEST_NAME = 191;

/**
 * @param {import('./verification.mjs').Query} query
 * @param {import('./verification.mjs').School} school
 */
export async function verifyStudents(query, school) {
  const students = checkOf('students');
  const bills = checkOf('unpaid bills');
  const counts = { total: 0, lunas: 0, belum_lunas: 0, belum_sinkron: 0 };
  const sums = { tagihan: 0n, dibayar: 0n, tunggakan: 0n, belum_jatuh_tempo: 0n, lebih_bayar: 0n };
  const umur = new Groups();
  const kategori = new Groups();
  for await (const page of pagesOf(query, 'siswa', 'idperson', [...COLUMNS, 'pembayaran', 'left_at'])) {
    const kept = await keptBills(query, page[0].idperson, page.at(-1).idperson);
    for (const row of page) {
      const { figures = null, open = [], due = [] } = recompute(row.pembayaran, school) ?? {};
      for (const column of COLUMNS) {
        const expected = figures ? textOf(figures[column]) : (UNFETCHED[column] ?? null);
        if (row[column] !== expected)
          report(students, row, `${column} is ${row[column]}, should be ${expected}`);
      }
      compareBills(bills, row, kept.get(row.idperson) ?? [], open.map(lineOf));
      students.compared += 1;
      if (row.left_at !== null) continue;
      counts.total += 1;
      counts[/** @type {'lunas'} */ (figures?.status_pembayaran ?? 'belum_sinkron')] += 1;
      for (const name of AMOUNTS) sums[name] += figures?.[name] ?? 0n;
      for (const bill of due) {
        umur.add(umurOf(bill.jatuhTempo, school.today), row.idperson, -bill.sisa);
        kategori.add(bill.kategori ?? 'null', row.idperson, -bill.sisa);
      }
    }
  }
  const { belum_jatuh_tempo, lebih_bayar, ...amounts } = mapValues(sums, String);
  const { belum_lunas, belum_sinkron, ...numbers } = counts;
  return {
    checks: [students, bills],
    sums: {
      ...{ ...numbers, belumLunas: belum_lunas, belumSinkron: belum_sinkron },
      ...{ ...amounts, belumJatuhTempo: belum_jatuh_tempo, lebihBayar: lebih_bayar },
    },
    umur: umur.asObject(),
    kategori: kategori.asObject(),
  };
}

/** The unpaid bills of a stretch of students, as lines. @param {import('./verification.mjs').Query} query @param {string} from @param {string} to */
async function keptBills(query, from, to) {
  const rows = await query(
    `SELECT idperson, periode, kategori, jatuh_tempo AS jatuhTempo, dibayar - tagihan AS sisa
     FROM tagihan_terbuka WHERE idperson BETWEEN ? AND ?`,
    [from, to],
  );
  /** @type {Map<string, string[]>} */
  const lines = new Map();
  for (const row of rows) lines.set(row.idperson, [...(lines.get(row.idperson) ?? []), lineOf(row)]);
  return lines;
}

/** @param {import('./verification.mjs').Check} check @param {{ idperson: string }} row @param {string[]} kept @param {string[]} expected */
function compareBills(check, row, kept, expected) {
  check.compared += expected.length;
  const [is, should] = [kept.sort().join(', '), expected.sort().join(', ')];
  if (is !== should) report(check, row, `unpaid are ${is || 'none'}, should be ${should || 'none'}`);
}

/** @param {{ periode: string, kategori: string | null, jatuhTempo: string | null, sisa: bigint | string }} bill */
function lineOf({ periode, kategori, jatuhTempo, sisa }) {
  const short = (/** @type {string | null} */ name) => name && [...name].slice(0, LONGEST_NAME).join('');
  return `${short(periode)} ${short(kategori)} ${jatuhTempo} ${sisa}`;
}

/** @param {import('./verification.mjs').Check} check @param {{ idperson: string }} row @param {string} difference */
function report(check, { idperson }, difference) {
  check.differences.push(`siswa ${idperson}: ${difference}`);
}

/** @param {string} what @returns {import('./verification.mjs').Check} */
const checkOf = (what) => ({ what, compared: 0, differences: [] });

const textOf = (/** @type {bigint | string | null} */ value) => (value === null ? null : String(value));

/** @template {string} Name @template V, R @param {Record<Name, V>} of @param {(value: V) => R} change */
function mapValues(of, change) {
  const entries = Object.entries(of).map(([name, value]) => [name, change(/** @type {V} */ (value))]);
  return /** @type {Record<Name, R>} */ (Object.fromEntries(entries));
}
