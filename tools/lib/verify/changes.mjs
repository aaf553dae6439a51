/** The history of changes, and what runs say of it. */
import { pagesOf } from './rows.mjs';
import { dayOf } from './school-day.mjs';

const PAGE = 500;
const NAMES = ['tagihan', 'dibayar'];
const COMPARED = 'pembayaran';
/** What is of the roster is no payment. @param {{ jenis: string }} row */
const isOfPayments = ({ jenis }) => jenis === COMPARED || jenis === 'pembayaran_awal';

/**
 * A student's changes hang together, and the last one ends at what is stored. Arrears are left out: they grow with the days
 * between.
 * @param {import('./verification.mjs').Query} query
 * @param {import('./verification.mjs').School} school
 */
export async function verifyChanges(query, { timeZone }) {
  const check = { what: 'changes', compared: 0, differences: /** @type {string[]} */ ([]) };
  /** @type {Map<string, any>} */
  const latest = new Map();
  /** Net payments by day. @type {Record<string, number>} */
  const harian = {};
  const columns = ['idperson', 'jenis', 'at', 'detail', 'dibayar_selisih', 'tagihan_selisih'];
  for await (const page of pagesOf(query, 'pembayaran_change', 'id', columns)) {
    for (const row of page.filter(isOfPayments)) {
      const change = JSON.parse(row.detail);
      const before = latest.get(row.idperson);
      const isFirst = row.jenis !== COMPARED;
      for (const name of NAMES) {
        const [from, to] = [change[`${name}Before`], change[`${name}After`]];
        const column = `${name}_selisih`;
        const should = isFirst ? null : String(to - from);
        if (row[column] !== should)
          check.differences.push(`change ${row.id}: ${column} is ${row[column]}, should be ${should}`);
        if (!isFirst && before && before[`${name}After`] !== from)
          check.differences.push(
            `change ${row.id}: ${name} begins elsewhere than the change before it ended`,
          );
      }
      const day = dayOf(row.at, timeZone);
      if (!isFirst) harian[day] = (harian[day] ?? 0) + change.dibayarAfter - change.dibayarBefore;
      latest.set(row.idperson, change);
      check.compared += 1;
    }
  }
  await compareEnds(query, latest, check);
  return { check, harian };
}

/** @param {import('./verification.mjs').Query} query @param {Map<string, any>} latest @param {import('./verification.mjs').Check} check */
async function compareEnds(query, latest, check) {
  const ids = [...latest.keys()];
  for (let from = 0; from < ids.length; from += PAGE) {
    const rows = await query('SELECT idperson, tagihan, dibayar FROM siswa WHERE idperson IN (?)', [
      ids.slice(from, from + PAGE),
    ]);
    for (const row of rows) {
      for (const name of NAMES) {
        if (String(latest.get(row.idperson)[`${name}After`]) !== row[name])
          check.differences.push(`siswa ${row.idperson}: the last change ends at another ${name}`);
      }
    }
  }
}

/** What a run says came in and fell is what its changes say. @param {import('./verification.mjs').Query} query */
export async function verifyRuns(query) {
  /** @type {Map<string, { paid: [number, bigint], fell: [number, bigint] }>} */
  const ofRuns = new Map();
  const none = () => ({
    paid: /** @type {[number, bigint]} */ ([0, 0n]),
    fell: /** @type {[number, bigint]} */ ([0, 0n]),
  });
  for await (const page of pagesOf(query, 'pembayaran_change', 'id', ['run_id', 'jenis', 'detail'])) {
    for (const { run_id, jenis, detail } of page) {
      if (run_id === null || jenis !== COMPARED) continue;
      const uang = ofRuns.get(run_id) ?? none();
      const { tagihanBefore, tagihanAfter, dibayarBefore, dibayarAfter } = JSON.parse(detail);
      if (dibayarAfter > dibayarBefore) uang.paid[0] += 1;
      if (dibayarAfter > dibayarBefore) uang.paid[1] += BigInt(dibayarAfter - dibayarBefore);
      if (dibayarAfter < dibayarBefore || tagihanAfter < tagihanBefore) uang.fell[0] += 1;
      if (dibayarAfter < dibayarBefore) uang.fell[1] += BigInt(dibayarBefore - dibayarAfter);
      ofRuns.set(run_id, uang);
    }
  }
  const check = { what: 'runs', compared: 0, differences: /** @type {string[]} */ ([]) };
  const columns = ['paid_siswa', 'paid_amount', 'fell_siswa', 'fell_amount'];
  for await (const page of pagesOf(query, 'sync_run', 'id', columns)) {
    for (const { id, ...run } of page) {
      const { paid, fell } = ofRuns.get(id) ?? none();
      const [says, should] = [columns.map((name) => run[name]).join(' '), [...paid, ...fell].join(' ')];
      if (says !== should)
        check.differences.push(`run ${id}: ${columns.join(' ')} are ${says}, should be ${should}`);
      check.compared += 1;
    }
  }
  return check;
}
