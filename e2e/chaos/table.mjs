/** The lines of all faults, as a Markdown table. */

/** @typedef {import('./series.mjs').Line} Line */

const COLUMNS = [
  'fault',
  'moments',
  'runs',
  'lost',
  'counted twice',
  'stuck',
  'broken promises',
  'longest recovery s',
];

/** @param {Line[]} lines */
export function tableOf(lines) {
  const rows = [COLUMNS, ...lines.map(cells)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const print = (/** @type {string[]} */ row) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const [head = [], ...body] = rows;
  return [print(head), print(rule), ...body.map(print)].join('\n');
}

/** Whether everything was kept. @param {Line[]} lines */
export const allKept = (lines) =>
  lines.every(({ lost, countedTwice, stuck, broken }) => lost + countedTwice + stuck + broken.length === 0);

/** @param {Line} line */
function cells({ title, moments, runs, lost, countedTwice, stuck, broken, longestRecoverySeconds }) {
  const figures = [moments, runs, lost, countedTwice, stuck, broken.length].map(String);
  return [title, ...figures, longestRecoverySeconds.toFixed(1)];
}
