/** What `npm run bench` is asked to measure. */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { LauncherError } from '../launcher-error.mjs';
import { wholeNumber } from '../options.mjs';

/** Requests to the payment service at once: what one worker does without being told otherwise. */
const CONCURRENCY = 50;
const MOST_STUDENTS = 10_000_000;
/** From here on a run takes so long that one of it is enough. */
const LONG_RUN = 100_000;

const USUAL = { latenciesMs: [0, 50, 200], students: [6102, 20_000], rounds: 3, listRows: [10_000, 100_000] };
const QUICK = { latenciesMs: [0, 50], students: [2000], rounds: 3, listRows: [10_000] };
const LONG = { latenciesMs: [0], rounds: 1 };
/** Nothing but the lists, of rows that few students were fetched for. */
const LISTS = { latenciesMs: [], students: [2000], rounds: 0 };

/** @typedef {ReturnType<typeof readOptions>} Options */

/** @param {string[]} args */
export function readOptions(args) {
  const values = parsed(args);
  const given = count('students', values.students);
  const lists = count('lists', values.lists);
  if (values.json !== undefined) refuseNoFile(values.json);
  return {
    ...(values.quick ? QUICK : USUAL),
    ...(given !== null && { students: [given] }),
    ...(given !== null && given > LONG_RUN && { ...LONG, listRows: [given] }),
    ...(lists !== null && { ...LISTS, listRows: [lists] }),
    concurrency: CONCURRENCY,
    quick: values.quick ?? false,
    json: values.json ?? null,
  };
}

/** @param {string} name @param {string | undefined} text */
function count(name, text) {
  const given = text === undefined ? null : wholeNumber(name, text, 1);
  if (given === null || given <= MOST_STUDENTS) return given;
  throw new LauncherError(
    `--${name}: given "${given}", allowed a whole number from 1 to ${MOST_STUDENTS}, the largest roster of the simulator`,
  );
}

/** Said before the measuring, not after it. @param {string} file */
function refuseNoFile(file) {
  const folder = path.dirname(path.resolve(file));
  const isFolder = (/** @type {string} */ name) =>
    fs.statSync(name, { throwIfNoEntry: false })?.isDirectory();
  const why = !file || isFolder(file) ? '' : isFolder(folder) ? null : `; there is no folder ${folder}`;
  if (why !== null) throw new LauncherError(`--json: given "${file}", allowed the name of a file${why}`);
}

/** @param {string[]} args */
function parsed(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        ...{ quick: { type: 'boolean' }, json: { type: 'string' } },
        ...{ students: { type: 'string' }, lists: { type: 'string' } },
      },
    });
    return values;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new LauncherError(`${why}\nAllowed are --quick, --students N, --lists N and --json FILE.`);
  }
}
