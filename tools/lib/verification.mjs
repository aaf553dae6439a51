/** Compares everything that the product derived with what the stored answers say. */
import { recompute } from './recompute.mjs';

const PAGE = 500;
const COLUMNS = /** @type {const} */ (['tagihan', 'dibayar', 'tunggakan', 'saldo', 'jumlah_periode']);

/**
 * @typedef {(sql: string, params?: unknown[]) => Promise<any[]>} Query
 * @typedef {{ what: string, compared: number, differences: string[] }} Check
 * @typedef {{ total: number, lunas: number, belumLunas: number, belumSinkron: number, tagihan: string, dibayar: string, tunggakan: string }} Sums
 */

/**
 * @param {Query} query answers rows with all integers as strings
 * @returns {Promise<{ checks: Check[], sums: Sums }>} the sums are over the students on the roster
 */
export async function verify(query) {
  const { check: students, sums } = await verifyStudents(query);
  return { checks: [students, await verifyChanges(query), await verifyRuns(query)], sums };
}

/** Every student's figures against the stored answer. @param {Query} query */
async function verifyStudents(query) {
  /** @type {Check} */
  const check = { what: 'students', compared: 0, differences: [] };
  const counts = { total: 0, lunas: 0, belum_lunas: 0, belum_sinkron: 0 };
  let [tagihan, dibayar, tunggakan] = [0n, 0n, 0n];
  for await (const row of rowsOf(query, 'siswa', 'idperson', [
    ...COLUMNS,
    'status_pembayaran',
    'pembayaran',
    'left_at',
  ])) {
    const figures = recompute(row.pembayaran);
    const status = figures?.status_pembayaran ?? 'belum_sinkron';
    for (const column of COLUMNS) {
      const expected = figures ? String(figures[column]) : null;
      if (row[column] !== expected) {
        check.differences.push(`siswa ${row.idperson}: ${column} is ${row[column]}, should be ${expected}`);
      }
    }
    if (row.status_pembayaran !== status) {
      check.differences.push(`siswa ${row.idperson}: is ${row.status_pembayaran}, should be ${status}`);
    }
    check.compared += 1;
    if (row.left_at !== null) continue;
    counts.total += 1;
    counts[/** @type {keyof typeof counts} */ (status)] += 1;
    tagihan += figures?.tagihan ?? 0n;
    dibayar += figures?.dibayar ?? 0n;
    tunggakan += figures?.tunggakan ?? 0n;
  }
  const sums = {
    total: counts.total,
    lunas: counts.lunas,
    belumLunas: counts.belum_lunas,
    belumSinkron: counts.belum_sinkron,
    tagihan: String(tagihan),
    dibayar: String(dibayar),
    tunggakan: String(tunggakan),
  };
  return { check, sums };
}

/** A student's changes hang together, and the last one ends at what is stored. @param {Query} query @returns {Promise<Check>} */
async function verifyChanges(query) {
  /** @type {Check} */
  const check = { what: 'changes', compared: 0, differences: [] };
  /** @type {Map<string, any>} */
  const latest = new Map();
  for await (const { id, idperson, detail, dibayar_selisih } of rowsOf(query, 'pembayaran_change', 'id', [
    'idperson',
    'detail',
    'dibayar_selisih',
  ])) {
    const change = JSON.parse(detail);
    const before = latest.get(idperson);
    const selisih = String(change.dibayarAfter - change.dibayarBefore);
    if (selisih !== dibayar_selisih) {
      check.differences.push(`change ${id}: dibayar_selisih is ${dibayar_selisih}, should be ${selisih}`);
    }
    for (const name of ['tagihan', 'dibayar', 'tunggakan']) {
      if (before && before[`${name}After`] !== change[`${name}Before`]) {
        check.differences.push(`change ${id}: ${name} begins elsewhere than the change before it ended`);
      }
    }
    latest.set(idperson, change);
    check.compared += 1;
  }
  const ids = [...latest.keys()];
  for (let from = 0; from < ids.length; from += PAGE) {
    const rows = await query(
      'SELECT idperson, tagihan, dibayar, tunggakan FROM siswa WHERE idperson IN (?)',
      [ids.slice(from, from + PAGE)],
    );
    for (const row of rows) {
      for (const name of ['tagihan', 'dibayar', 'tunggakan']) {
        if (String(latest.get(row.idperson)[`${name}After`]) !== row[name]) {
          check.differences.push(`siswa ${row.idperson}: the last change ends at another ${name}`);
        }
      }
    }
  }
  return check;
}

/** What a run says was paid is what its changes say. @param {Query} query @returns {Promise<Check>} */
async function verifyRuns(query) {
  /** @type {Map<string, { siswa: number, amount: bigint }>} */
  const paid = new Map();
  for await (const { run_id, detail } of rowsOf(query, 'pembayaran_change', 'id', ['run_id', 'detail'])) {
    const { dibayarBefore, dibayarAfter } = JSON.parse(detail);
    if (run_id === null || dibayarAfter <= dibayarBefore) continue;
    const { siswa, amount } = paid.get(run_id) ?? { siswa: 0, amount: 0n };
    paid.set(run_id, { siswa: siswa + 1, amount: amount + BigInt(dibayarAfter - dibayarBefore) });
  }
  /** @type {Check} */
  const check = { what: 'runs', compared: 0, differences: [] };
  for await (const { id, ...run } of rowsOf(query, 'sync_run', 'id', ['paid_siswa', 'paid_amount'])) {
    const { siswa, amount } = paid.get(id) ?? { siswa: 0, amount: 0n };
    if (run.paid_siswa !== String(siswa) || run.paid_amount !== String(amount)) {
      const says = `says ${run.paid_siswa} paid ${run.paid_amount}`;
      check.differences.push(`run ${id}: ${says}, should be ${siswa} and ${amount}`);
    }
    check.compared += 1;
  }
  return check;
}

/** All rows of a table in the order of its key, a page at a time. @param {Query} query @param {string} table @param {string} key @param {readonly string[]} columns */
async function* rowsOf(query, table, key, columns) {
  let after = '0';
  for (;;) {
    const rows = await query(
      `SELECT ${[key, ...columns].join(', ')} FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ${PAGE}`,
      [after],
    );
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)[key];
  }
}
