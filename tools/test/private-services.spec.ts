import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runModule, startModule, temporaryFolder } from './run-module';

const folder = temporaryFolder();
const { stdout: found } = runModule(
  `import { find } from './programs.mjs'; console.log(Boolean(find('database') && find('queue')));`,
);
const whereServersAre = found.trim() === 'true' ? it : it.skip;

const LAUNCHER = `
  import { DataDir } from './data-dir.mjs';
  import { stopOnInterrupt } from './interrupts.mjs';
  import { startServices } from './services.mjs';
  import { Stack } from './stack.mjs';
  const data = new DataDir(${JSON.stringify(folder)});
  await data.processes.claim();
  const stack = new Stack(data);
  stopOnInterrupt(stack);
  const { database, queue } = await startServices(stack, { databaseUrl: null, redisUrl: null });
  console.log('urls ' + database.url + ' ' + queue.url + ' .');`;

const REMEMBERED = join(folder, 'services.json');
const OTHER_LOG_MB = 128;

const remembered = () => JSON.parse(readFileSync(REMEMBERED, 'utf8'));

/** One run of both servers, from ready to stopped. */
async function whileRunning(look: (database: URL, queue: URL) => void) {
  const launcher = startModule(LAUNCHER);
  const [, database = '', queue = ''] = await launcher.says(/urls (\S+) (\S+) \./);
  look(new URL(database), new URL(queue));
  launcher.child.kill('SIGTERM');
  await launcher.ended;
  return { database, queue };
}

/** Asks with the clients that come with the servers. */
function sql({ port, username, password, pathname }: URL, statement: string): string {
  const server = [`--host=127.0.0.1`, `--port=${port}`, `--user=${username}`];
  const args = ['--no-defaults', '--batch', '--skip-column-names', ...server, `--execute=${statement}`];
  return execFileSync('mysql', [...args, pathname.slice(1)], {
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, MYSQL_PWD: password },
  }).trim();
}

/** Of the redo log; MySQL has two names for it, of which the last counts. */
function logMb(database: URL): number {
  const names = "'innodb_log_file_size', 'innodb_redo_log_capacity'";
  const lines = sql(database, `SHOW VARIABLES WHERE Variable_name IN (${names})`).split('\n').sort();
  return Number(lines.at(-1)!.split('\t')[1]) / 2 ** 20;
}

function redis({ port, password }: URL, ...command: string[]): string {
  const env = { ...process.env, REDISCLI_AUTH: password };
  return execFileSync('redis-cli', ['-p', port, ...command], { encoding: 'utf8', env }).trim();
}

whereServersAre(
  'a private database and queue come up and keep their data',
  async () => {
    const first = await whileRunning((database, queue) => {
      sql(database, "CREATE TABLE kept (word VARCHAR(20)); INSERT INTO kept VALUES ('beras')");
      redis(queue, 'SET', 'kept', 'gula');
      expect(sql(database, 'SELECT @@innodb_flush_log_at_trx_commit, @@character_set_database')).toBe(
        '1\tutf8mb4',
      );
      expect(sql(database, 'SELECT @@tmpdir')).toBe(join(folder, 'temporary'));
      expect(logMb(database)).toBe(remembered().database.logMb);
      expect(redis(queue, 'CONFIG', 'GET', 'maxmemory-policy')).toContain('noeviction');
      expect(() => sql(asRoot(database), 'SELECT 1')).toThrow();
    });
    // As of a version that chose another size.
    const { database, ...others } = remembered();
    writeFileSync(REMEMBERED, JSON.stringify({ ...others, database: { ...database, logMb: OTHER_LOG_MB } }));
    const second = await whileRunning((database, queue) => {
      expect(sql(database, 'SELECT word FROM kept')).toBe('beras');
      expect(redis(queue, 'GET', 'kept')).toBe('gula');
      expect(logMb(database)).toBe(OTHER_LOG_MB);
    });
    expect(second).toEqual(first);
    for (const secret of ['services.json', 'queue.conf', 'database-init.sql']) {
      expect(statSync(join(folder, secret)).mode & 0o077).toBe(0);
    }
  },
  60_000,
);

/** root without a password, which a fresh server would let in. */
function asRoot(database: URL): URL {
  return Object.assign(new URL(database), { username: 'root', password: '' });
}

it.each([
  [1, 256],
  [16, 4096],
  [256, 8192],
])('the database takes a fitting part of %d GB of memory', (gigabytes, megabytes) => {
  const { stdout } = runModule(
    `import { fittingPoolMb } from './database-size.mjs'; console.log(fittingPoolMb(${gigabytes} * 2 ** 30));`,
  );
  expect(Number(stdout)).toBe(megabytes);
});

it.each([
  [256, 100_000, 96],
  [2048, 100_000, 256],
  [8192, 100_000, 512],
  [8192, 4_000, 200],
  [8192, 300, 96],
])('with a pool of %d MB and %d MB left on the disk its log has %d', (pool, left, megabytes) => {
  const { stdout } = runModule(
    `import { fittingLogMb } from './database-size.mjs'; console.log(fittingLogMb(${pool}, ${left}));`,
  );
  expect(Number(stdout)).toBe(megabytes);
});
