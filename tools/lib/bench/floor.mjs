/** The floor: a bare loop without a queue that writes the product's rows in durable batches. A process of its own. */
import { COLUMNS, rowOf } from './pembayaran-rows.mjs';
import { everybody, serve, today } from './rival-program.mjs';

const BATCH_ROWS = 200;
/** Fetching waits while so many rows wait to be written. */
const MOST_WAITING = 5 * BATCH_ROWS;
const RUN_ID = 1;
const DATES = ['jatuh_tempo_tertua', 'jatuh_tempo_berikut', 'jatuh_tempo_terakhir'];
const BYTES = ['content_hash', 'figures_of'];

/** @typedef {import('./pembayaran-rows.mjs').PembayaranRow & { durationMs: number }} Fetched */

const parameter = (/** @type {string} */ column) => (DATES.includes(column) ? 'CAST(? AS DATE)' : '?');
const FIRST = `SELECT CAST(? AS UNSIGNED) AS idperson, ${COLUMNS.map((column) => `${parameter(column)} AS ${column}`).join(', ')}`;
const NEXT = ` UNION ALL SELECT CAST(? AS UNSIGNED), ${COLUMNS.map(parameter).join(', ')}`;
const SET = COLUMNS.map((column) => {
  const value = `fetched.${column}`;
  return `siswa.${column} = ${BYTES.includes(column) ? `UNHEX(${value})` : value}`;
}).join(', ');

await serve(async ({ task, payments, pool }) => {
  const connection = await pool.getConnection();

  return async () => {
    const idpersons = await everybody(pool);
    const day = today();
    /** @type {Fetched[]} */
    let waiting = [];
    /** @type {Promise<void> | null} */
    let writing = null;

    const write = async (atLeast = BATCH_ROWS) => {
      while (waiting.length >= atLeast) {
        const batch = waiting.slice(0, BATCH_ROWS);
        waiting = waiting.slice(BATCH_ROWS);
        await store(connection, batch);
      }
      writing = null;
    };

    let next = 0;
    const fetchNext = async () => {
      for (let idperson = idpersons[next++]; idperson; idperson = idpersons[next++]) {
        const begun = performance.now();
        const answer = await payments.get(`/${idperson}`);
        const durationMs = Math.round(performance.now() - begun);
        waiting.push({ ...rowOf(idperson, answer, day), durationMs });
        if (waiting.length >= BATCH_ROWS) writing ??= write();
        if (waiting.length >= MOST_WAITING) await writing;
      }
    };
    await Promise.all(Array.from({ length: task.concurrency }, fetchNext));
    await writing;
    await write(1);
  };
});

/** One transaction: payments and figures, unpaid bills, ledger. @param {import('mysql2/promise').PoolConnection} db @param {Fetched[]} batch */
async function store(db, batch) {
  await db.beginTransaction();
  await db.execute(
    `UPDATE siswa JOIN (${FIRST}${NEXT.repeat(batch.length - 1)}) AS fetched USING (idperson)
     SET ${SET}, siswa.fetched_at = UTC_TIMESTAMP(3), siswa.changed_at = UTC_TIMESTAMP(3)`,
    batch.flatMap(({ idperson, values }) => [idperson, ...values]),
  );
  const bills = batch.flatMap(({ idperson, open }) =>
    open.map(({ periode, kategori, item, jatuhTempo, tagihan, dibayar }, nomor) => {
      return [idperson, nomor, periode, kategori, item, jatuhTempo, tagihan, dibayar];
    }),
  );
  if (bills.length > 0)
    await db.query(
      'INSERT INTO tagihan_terbuka (idperson, nomor, periode, kategori, item, jatuh_tempo, tagihan, dibayar) VALUES ?',
      [bills],
    );
  const ledger = batch.map(({ idperson, durationMs, dibayar }) => {
    return [RUN_ID, idperson, 'updated', 200, 1, durationMs, dibayar, new Date()];
  });
  await db.query(
    'INSERT INTO sync_run_siswa (run_id, idperson, outcome, http_status, attempts, duration_ms, dibayar_after, finished_at) VALUES ?',
    [ledger],
  );
  await db.commit();
}
