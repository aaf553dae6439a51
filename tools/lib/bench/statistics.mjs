/** What many measurements come to. */

/** @typedef {'product' | 'floor' | 'bull'} Name */
/**
 * @typedef {object} Measured one run, or the medians of several
 * @property {number} studentsPerSecond
 * @property {number | null} cpuSecondsPer1000
 * @property {number | null} peakWorkerMb
 * @property {number | null} peakApiMb null where there is no API
 * @property {number} peakRedisMb
 * @property {number} mostRequestsAtOnce
 *
 * @typedef {{ what: Name, latencyMs: number, students: number, concurrency: number, rounds: number } & Measured} Row
 */

/** The value below which the share of them lies, by nearest rank. @param {readonly number[]} values @param {number} share */
export function percentile(values, share) {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = values.toSorted((a, b) => a - b);
  return /** @type {number} */ (sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]);
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  if (middle.length === 0) throw new Error('nothing was measured');
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/** The median of what each has; null where one does not have it. @param {readonly (number | null)[]} values */
export const medianOrNull = (values) => {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? median(known) : null;
};

/** @param {readonly Measured[]} runs @returns {Measured} */
export function mediansOf(runs) {
  return {
    studentsPerSecond: rounded(median(runs.map((run) => run.studentsPerSecond)), 0),
    cpuSecondsPer1000: rounded(medianOrNull(runs.map((run) => run.cpuSecondsPer1000)), 3),
    peakWorkerMb: rounded(medianOrNull(runs.map((run) => run.peakWorkerMb)), 0),
    peakApiMb: rounded(medianOrNull(runs.map((run) => run.peakApiMb)), 0),
    peakRedisMb: rounded(median(runs.map((run) => run.peakRedisMb)), 1),
    mostRequestsAtOnce: median(runs.map((run) => run.mostRequestsAtOnce)),
  };
}

/** The product against the two others, for each latency and number of students. @param {readonly Row[]} rows */
export function ratiosOf(rows) {
  return rows
    .filter(({ what }) => what === 'product')
    .map((product) => {
      const { latencyMs, students } = product;
      const other = (/** @type {Name} */ what) =>
        rows.find((row) => row.what === what && row.latencyMs === latencyMs && row.students === students);
      const [floor, bull] = [other('floor'), other('bull')];
      return {
        latencyMs,
        students,
        ofFloor: ratio(product.studentsPerSecond, floor?.studentsPerSecond),
        ofBull: ratio(product.studentsPerSecond, bull?.studentsPerSecond),
        cpuOfFloor: ratio(product.cpuSecondsPer1000, floor?.cpuSecondsPer1000),
      };
    });
}

/** @param {number | null} value @param {number | null | undefined} of */
export const ratio = (value, of) => (value === null || !of ? null : rounded(value / of, 2));

/** @template {number | null} T @param {T} value @param {number} digits @returns {T} */
export function rounded(value, digits) {
  return value === null ? value : /** @type {T} */ (Math.round(value * 10 ** digits) / 10 ** digits);
}
