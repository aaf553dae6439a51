/** What was measured, as Markdown tables. */

/** @typedef {Record<string, string | number | null>} Line */
/** @typedef {{ starts: import('./starts.mjs').Start[], roster: import('./product.mjs').RosterRead, rows: import('./statistics.mjs').Row[], ratios: Line[], lists: import('./pages.mjs').ListTimes[], progress: Line }} Report */

const NAMES = { product: 'the product', floor: 'the floor', bull: 'plain Bull' };

/** @param {Report} report */
export function tablesOf({ starts, roster, rows, ratios, lists, progress }) {
  const runs = rows.map((row) => ({
    'latency ms': row.latencyMs,
    students: row.students,
    what: NAMES[row.what],
    'students/s': row.studentsPerSecond,
    'CPU s per 1,000': row.cpuSecondsPer1000,
    'worker MB': row.peakWorkerMb,
    'API MB': row.peakApiMb,
    'Redis MB': row.peakRedisMb,
    'at once': row.mostRequestsAtOnce,
  }));
  const against = ratios.map(({ latencyMs, students, ofFloor, ofBull, cpuOfFloor }) => ({
    ...{ 'latency ms': latencyMs ?? null, students: students ?? null, 'of the floor': ofFloor ?? null },
    ...{ 'of plain Bull': ofBull ?? null, "CPU of the floor's": cpuOfFloor ?? null },
  }));
  const pages = [
    ...lists.map(({ rows: n, what, during, p50Ms, p95Ms }) => ({
      ...{ rows: n, page: `${what}, ${during === 'run' ? 'during a run' : 'idle'}` },
      ...{ 'p50 ms': p50Ms, 'p95 ms': p95Ms },
    })),
  ];
  const polls =
    `Progress under ${progress['pollers']} pollers during a run (${progress['requestsPerSecond']} requests/s): ` +
    `p50 ${progress['p50Ms']} ms, p99 ${progress['p99Ms']} ms; ` +
    `the run went at ${progress['runOfAlone'] ?? '–'} of its pace without them.`;
  const started = starts.map(({ what, readySeconds, cpuSeconds, stopSeconds }) => ({
    ...{ process: what === 'api' ? 'the API' : 'a worker', 'ready after s': readySeconds },
    ...{ 'CPU s until then': cpuSeconds, 'stopped after s': stopSeconds },
  }));
  const read =
    `A roster of ${roster.students} students was read in ${roster.seconds} s, ` +
    `with ${roster.peakApiMb ?? 'unknown'} MB of the API at most.`;
  const tables = [runs, against, pages, started].filter(({ length }) => length > 0);
  return [...tables.map(tableOf), read, polls].join('\n\n');
}

/** Figures to the right, words to the left; what is not known is a dash. @param {readonly Line[]} lines */
export function tableOf(lines) {
  const columns = Object.keys(lines[0] ?? {});
  const isWord = columns.map((column) => lines.some((line) => typeof line[column] === 'string'));
  const cells = lines.map((line) => columns.map((column) => shown(line[column])));
  const widths = columns.map((column, n) =>
    Math.max(column.length, ...cells.map((row) => row[n]?.length ?? 0)),
  );
  const print = (/** @type {string[]} */ row) =>
    `| ${row.map((cell, n) => (isWord[n] ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, n) => (isWord[n] ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [print(columns), print(rule), ...cells.map(print)].join('\n');
}

/** @param {string | number | null | undefined} value */
const shown = (value) =>
  typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: 3 }) : (value ?? '–');
