/** A MariaDB or MySQL server of our own: only on this machine, only for this data folder. */
import fs from 'node:fs';
import path from 'node:path';
import { fittingLogMb, fittingPoolMb, SMALLEST_POOL_MB } from './database-size.mjs';
import { megabytesLeft } from './files.mjs';
import { LauncherError } from './launcher-error.mjs';
import { freePort, hear } from './ports.mjs';
import { run } from './run.mjs';
import { findProgram } from './system.mjs';
import { step } from './terminal.mjs';

const NAME = 'bantubayar';
const PROTOCOL_VERSION = 10;
const READY_WITHIN_MS = 120_000;
/** A new one takes 115 MB with MariaDB, and more with MySQL, the smallest log included. */
const NEW_DATABASE_MB = 250;

/** @typedef {import('./stack.mjs').Stack} Stack */

/**
 * @param {Stack} stack
 * @param {{ forTests?: boolean, poolMb?: number, more?: string[] }} [options] what tests need: databases of their own, little memory, further settings
 */
export async function startDatabase(
  stack,
  { forTests = false, poolMb = forTests ? SMALLEST_POOL_MB : fittingPoolMb(), more = [] } = {},
) {
  const { data } = stack;
  const remembered = data.recall().database;
  const server = chooseServer(remembered?.kind);
  const database = {
    kind: server.kind,
    port: await freePort(remembered?.port),
    password: remembered?.password ?? data.newPassword(),
    logMb: remembered?.logMb ?? fittingLogMb(poolMb, megabytesLeft(data.folder)),
  };
  data.remember({ database });

  const folder = data.path('database');
  const asUser = process.getuid?.() === 0 ? ['--user=root'] : [];
  if (!fs.existsSync(folder))
    await step(`Creating a ${server.kind} database`, () => create(server, folder, asUser));

  const child = stack.start({
    name: 'database',
    title: `The private ${server.kind} database`,
    command: server.program,
    args: [
      '--no-defaults',
      ...asUser,
      `--datadir=${folder}`,
      // In a shared one a server that starts takes the temporary tables of all others for leftovers.
      `--tmpdir=${data.path('temporary')}`,
      `--port=${database.port}`,
      '--bind-address=127.0.0.1',
      `--socket=${data.socket('database.sock')}`,
      `--pid-file=${data.path('run', 'database-server-pid')}`,
      `--init-file=${data.writeSecret('database-init.sql', initSql(server.kind, database.password, forTests))}`,
      '--skip-name-resolve',
      '--character-set-server=utf8mb4',
      '--innodb-flush-log-at-trx-commit=1',
      `--innodb-buffer-pool-size=${poolMb}M`,
      '--max-allowed-packet=64M',
      ...(server.kind === 'MySQL'
        ? ['--mysqlx=OFF', '--disable-log-bin', `--loose-innodb-redo-log-capacity=${database.logMb}M`]
        : [`--innodb-log-file-size=${database.logMb}M`]),
      ...more,
    ],
  });
  // A server that cannot serve yet answers with an error packet instead of its greeting.
  const isReady = async () => (await hear(database.port))?.[4] === PROTOCOL_VERSION;
  await step(`Starting the ${server.kind} database`, () => child.untilReady(isReady, READY_WITHIN_MS));
  return {
    url: `mysql://${NAME}:${database.password}@127.0.0.1:${database.port}/${NAME}`,
    text: `private ${server.kind} on 127.0.0.1:${database.port}`,
  };
}

/** Data of the one kind cannot be opened by the other. @param {string} [kind] */
function chooseServer(kind) {
  const mariadb = findProgram('mariadbd');
  const mysql = findProgram('mysqld');
  if (mariadb && kind !== 'MySQL') return { kind: 'MariaDB', program: mariadb };
  if (mysql && kind !== 'MariaDB') return { kind: 'MySQL', program: mysql };
  throw new LauncherError(
    `The data folder was made with ${kind}, and its server is not on this machine any more.`,
  );
}

/**
 * Made beside its place and then moved there, so that an interrupted beginning is begun anew.
 * @param {{ kind: string, program: string }} server
 * @param {string} folder
 * @param {string[]} asUser
 */
async function create(server, folder, asUser) {
  const unfinished = `${folder}.unfinished`;
  const left = megabytesLeft(path.dirname(folder));
  if (left < NEW_DATABASE_MB)
    throw new LauncherError(
      `The disk of ${path.dirname(folder)} has ${left} MB left, a new database needs ${NEW_DATABASE_MB} MB. Make room, or choose another DATA_DIR.`,
    );
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  const common = ['--no-defaults', ...asUser, `--datadir=${unfinished}`];
  if (server.kind === 'MySQL') await run(server.program, [...common, '--initialize-insecure']);
  else
    await run(installer(server.program), [
      ...common,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ]);
  fs.renameSync(unfinished, folder);
}

/** @param {string} server */
function installer(server) {
  const names = ['mariadb-install-db', 'mysql_install_db'];
  const beside = names
    .map((name) => path.join(path.dirname(server), name))
    .find((file) => fs.existsSync(file));
  const found = beside ?? findProgram(...names);
  if (!found)
    throw new LauncherError(`There is ${server}, but not the mariadb-install-db that belongs to it.`);
  return found;
}

/** Runs at every start, one statement a line. @param {string} kind @param {string} password @param {boolean} forTests */
function initSql(kind, password, forTests) {
  const user = `'${NAME}'@'127.0.0.1'`;
  return [
    `CREATE DATABASE IF NOT EXISTS ${NAME} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;`,
    `CREATE USER IF NOT EXISTS ${user} IDENTIFIED BY '${password}';`,
    `ALTER USER ${user} IDENTIFIED BY '${password}';`,
    `GRANT ALL ON ${forTests ? '*' : NAME}.* TO ${user}${forTests ? ' WITH GRANT OPTION' : ''};`,
    `ALTER USER 'root'@'localhost' IDENTIFIED BY '${password}';`,
    ...(kind === 'MariaDB'
      ? [`DELETE FROM mysql.global_priv WHERE User = 'root' AND Host <> 'localhost';`]
      : []),
    'FLUSH PRIVILEGES;',
    '',
  ].join('\n');
}
