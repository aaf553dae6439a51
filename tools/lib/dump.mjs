/** The whole database as one compressed file, written and read by the server's own programs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { LauncherError } from './launcher-error.mjs';
import { find } from './programs.mjs';
import { lastLines, run } from './run.mjs';
import { placesOf } from './settings.mjs';

const LAST_WORDS = '-- Dump completed';
const TAIL_CHARS = 200;

/** One moment of all tables, without stopping whoever writes; text as it is, bytes as hexadecimal. */
const AS_OF_ONE_MOMENT = [
  '--single-transaction',
  '--quick',
  '--hex-blob',
  '--no-tablespaces',
  '--default-character-set=utf8mb4',
  '--max-allowed-packet=64M',
];

/**
 * Writes the file, whole or not at all.
 * @param {string} databaseUrl @param {string} file
 */
export async function dumpTo(databaseUrl, file) {
  const { args, database, env } = connection(databaseUrl, find('dump'));
  const part = `${file}.part`;
  const tail = new Tail();
  try {
    const dump = spawn(program('dump'), [...args, ...AS_OF_ONE_MOMENT, database], { env });
    const ended = outcome(dump);
    await pipeline(dump.stdout, tail, createGzip(), fs.createWriteStream(part, { flags: 'wx', mode: 0o600 }));
    await ended;
    if (!tail.text.includes(LAST_WORDS)) throw new LauncherError('The dump ended before its end.');
    fs.renameSync(part, file);
  } finally {
    fs.rmSync(part, { force: true });
  }
}

/** Reads the whole file: whether it is a dump, and not damaged or cut off. @param {string} file */
export async function checkDump(file) {
  const tail = new Tail();
  try {
    await pipeline(fs.createReadStream(file), createGunzip(), tail.resume());
  } catch (error) {
    throw new LauncherError(`${file} cannot be read as a backup: ${/** @type {Error} */ (error).message}`);
  }
  if (!tail.text.includes(LAST_WORDS))
    throw new LauncherError(`${file} is no whole backup: the end of the dump is missing.`);
}

/** Runs all statements of the file, against a database that has no tables. @param {string} databaseUrl @param {string} file */
export async function load(databaseUrl, file) {
  const { args, database, env } = connection(databaseUrl, find('load'));
  const asText = ['--default-character-set=utf8mb4', '--max-allowed-packet=64M'];
  const client = spawn(program('load'), [...args, ...asText, database], { env });
  const ended = outcome(client);
  client.stdin.on('error', () => undefined);
  await pipeline(fs.createReadStream(file), createGunzip(), client.stdin).catch(() => undefined);
  await ended;
}

/** The rows of a query, each a line with tabs between its fields. @param {string} databaseUrl @param {string} sql */
export async function ask(databaseUrl, sql) {
  const { args, database, env } = connection(databaseUrl, find('load'));
  const output = await run(
    program('load'),
    [...args, '--batch', '--skip-column-names', `--execute=${sql}`, database],
    {
      env,
    },
  );
  return output.trim().split('\n').filter(Boolean);
}

/** @param {'dump' | 'load'} need */
const program = (need) => /** @type {string} */ (find(need));

/** @param {import('node:child_process').ChildProcess} child */
async function outcome(child) {
  let said = '';
  child.stderr?.on('data', (chunk) => (said += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new LauncherError(lastLines(said) || `${child.spawnfile} ended with ${code}.`);
}

/** What the programs are told of an address. The password goes by the environment: the arguments are seen by everybody. @param {string} databaseUrl @param {string | null} file */
function connection(databaseUrl, file) {
  const url = new URL(databaseUrl);
  const [place] = placesOf(databaseUrl) ?? [];
  return {
    database: decodeURIComponent(url.pathname.slice(1)),
    args: [
      '--no-defaults',
      '--protocol=tcp',
      `--host=${place?.host}`,
      `--port=${place?.port ?? 3306}`,
      `--user=${decodeURIComponent(url.username)}`,
      ...encryption(url.searchParams, /mariadb/.test(file ?? '')),
    ],
    env: { ...process.env, MYSQL_PWD: decodeURIComponent(url.password) },
  };
}

/** The programs of MariaDB and of MySQL name it differently. @param {URLSearchParams} params @param {boolean} isMariaDb */
function encryption(params, isMariaDb) {
  const [ssl, ca] = [params.get('ssl'), params.get('ca')];
  const authority = ca ? [`--ssl-ca=${ca}`] : [];
  if (ssl === 'verify')
    return [isMariaDb ? '--ssl-verify-server-cert' : '--ssl-mode=VERIFY_IDENTITY', ...authority];
  if (ssl === 'required')
    return isMariaDb ? ['--ssl', '--skip-ssl-verify-server-cert'] : ['--ssl-mode=REQUIRED'];
  return isMariaDb ? ['--skip-ssl'] : ['--ssl-mode=PREFERRED', '--get-server-public-key'];
}

/** Passes everything on and remembers the end. */
class Tail extends Transform {
  text = '';

  /** @param {Buffer} chunk @param {BufferEncoding} _encoding @param {(error: null, chunk: Buffer) => void} done @override */
  _transform(chunk, _encoding, done) {
    this.text = (this.text + chunk.subarray(-TAIL_CHARS).toString('latin1')).slice(-TAIL_CHARS);
    done(null, chunk);
  }
}
