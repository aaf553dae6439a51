/** Compares everything that the product derived with what the stored answers say. */
import { verifyChanges, verifyRuns } from './changes.mjs';
import { dayOf } from './school-day.mjs';
import { verifyStudents } from './students.mjs';
import { verifySums } from './sums.mjs';

/**
 * @typedef {(sql: string, params?: unknown[]) => Promise<any[]>} Query answers rows with every value as text
 * @typedef {{ today: string, timeZone: string }} School
 * @typedef {{ what: string, compared: number, differences: string[] }} Check
 */

/**
 * What was recomputed, for the students on the roster: their sums, what they owe by days late and by category, and the net
 * payments by day of all changes.
 * @param {Query} query
 * @param {string} timeZone
 */
export async function verify(query, timeZone) {
  const [{ now }] = await query('SELECT UTC_TIMESTAMP(3) AS now');
  const school = { timeZone, today: dayOf(now, timeZone) };
  const { checks, sums, umur, kategori } = await verifyStudents(query, school);
  const { check, harian } = await verifyChanges(query, school);
  return {
    checks: [...checks, await verifySums(query), check, await verifyRuns(query)],
    sums,
    umur,
    kategori,
    harian,
  };
}
