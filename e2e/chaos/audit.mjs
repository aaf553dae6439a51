/** What the database says of runs that are over. */
import { isDeepStrictEqual } from 'node:util';

/** @typedef {import('./world.mjs').World} World */
/** @typedef {{ runs: number, lost: number, countedTwice: number, broken: string[] }} Findings */

const SAMPLE = 5;
const COUNTED = /** @type {const} */ ({
  updated: ['updated'],
  unchanged: ['unchanged'],
  failed: ['failed'],
  skipped: ['needs_review', 'left'],
});

/** Every run after `lastRunId`: who was lost, who was counted twice, what is not stored. @param {World} world @param {number} lastRunId @returns {Promise<Findings>} */
export async function audit(world, lastRunId) {
  const runs = await world.query('SELECT * FROM sync_run WHERE id > ? ORDER BY id', [lastRunId]);
  /** @type {Findings} */
  const findings = { runs: runs.length, lost: 0, countedTwice: 0, broken: [] };
  for (const run of runs) await auditRun(world, run, findings);
  if (runs.length > 0) findings.broken.push(...(await notStored(world, runs.at(-1))));
  return findings;
}

/** @param {World} world @param {any} run @param {Findings} findings */
async function auditRun(world, run, findings) {
  const ledger = await outcomes(world, run.id);
  const rows = Object.values(ledger).reduce((sum, n) => sum + n, 0);
  const wasPrepared = run.status !== 'cancelled' || rows > 0;
  const wanted = wasPrepared ? JSON.parse(run.scope).idperson.length : 0;
  findings.lost += Math.abs(wanted - rows) + Math.abs(run.total - rows) + (ledger['pending'] ?? 0);
  if (run.status !== 'cancelled') findings.lost += ledger['not_run'] ?? 0;
  for (const [column, names] of Object.entries(COUNTED)) {
    const more = run[column] - names.reduce((sum, name) => sum + (ledger[name] ?? 0), 0);
    if (more > 0) findings.countedTwice += more;
    else findings.lost -= more;
  }
  if (!run.finished_at) findings.broken.push(`run ${run.id} is ${run.status} and not finished`);
  const [{ n: spoilt }] = await world.query(
    `SELECT COUNT(*) AS n FROM sync_run_siswa WHERE run_id = ? AND reason = 'not_storable'`,
    [run.id],
  );
  if (run.failed + run.skipped > Math.min(1, Number(spoilt)))
    findings.broken.push(`run ${run.id}: ${run.failed} failed, ${run.skipped} skipped without reason`);
  const ends = await world.query(
    `SELECT code FROM sync_run_event
     WHERE run_id = ? AND code IN ('run_completed', 'run_partial', 'run_cancelled', 'run_failed')`,
    [run.id],
  );
  if (ends.length > 1) findings.broken.push(`run ${run.id} says ${ends.length} times that it ended`);
}

/** @param {World} world @param {string} runId @returns {Promise<Record<string, number>>} */
async function outcomes(world, runId) {
  const rows = await world.query(
    'SELECT outcome, COUNT(*) AS n FROM sync_run_siswa WHERE run_id = ? GROUP BY outcome',
    [runId],
  );
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, Number(n)]));
}

/** Students whose result is in the ledger but not in their row, and rows that are not what the service says. @param {World} world @param {any} run */
async function notStored(world, run) {
  const fetched = await world.query(
    `SELECT siswa.idperson, siswa.pembayaran, siswa.dibayar <=> ledger.dibayar_after AS same,
       siswa.fetched_at >= run.started_at AS fresh
     FROM sync_run_siswa AS ledger JOIN sync_run AS run ON run.id = ledger.run_id
       JOIN siswa USING (idperson)
     WHERE run_id = ? AND outcome IN ('updated', 'unchanged')`,
    [run.id],
  );
  const broken = [];
  const stale = fetched.filter(({ same, fresh }) => !Number(same) || !Number(fresh));
  if (stale.length > 0) broken.push(`run ${run.id}: ${stale.length} results are not stored`);
  for (const { idperson, pembayaran } of fetched.slice(0, SAMPLE)) {
    const answer = await world.upstream.paymentsOf(idperson);
    if (!isDeepStrictEqual(JSON.parse(pembayaran), answer))
      broken.push(`run ${run.id}: student ${idperson} has not the payments that the service answers`);
  }
  return broken;
}

/** Changes whenever a row of siswa or a figure of a run does. @param {World} world @returns {Promise<string>} */
export async function fingerprint(world) {
  const [siswa] = await world.query(
    'SELECT SUM(dibayar) AS paid, MAX(fetched_at) AS fetched, MAX(changed_at) AS changed FROM siswa',
  );
  const [run] = await world.query('SELECT * FROM sync_run ORDER BY id DESC LIMIT 1');
  return JSON.stringify([siswa, run]);
}
