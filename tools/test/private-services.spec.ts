import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
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
  await data.claim();
  const stack = new Stack(data);
  stopOnInterrupt(stack);
  const { database, queue } = await startServices(stack, { databaseUrl: null, redisUrl: null });
  console.log('urls ' + database.url + ' ' + queue.url + ' .');`;

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
      expect(redis(queue, 'CONFIG', 'GET', 'maxmemory-policy')).toContain('noeviction');
      expect(() => sql(asRoot(database), 'SELECT 1')).toThrow();
    });
    const second = await whileRunning((database, queue) => {
      expect(sql(database, 'SELECT word FROM kept')).toBe('beras');
      expect(redis(queue, 'GET', 'kept')).toBe('gula');
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
    `import { fittingPoolMb } from './private-database.mjs'; console.log(fittingPoolMb(${gigabytes} * 2 ** 30));`,
  );
  expect(Number(stdout)).toBe(megabytes);
});
