import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { createConnection } from 'mysql2/promise';
import { freshServers } from '../support/servers';
import { Stack } from '../support/stack';

const STUDENTS = 600;
const TOOLS = resolve(__dirname, '../../tools');
const execute = promisify(execFile);

describe('a backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backup-'));
  const file = join(folder, 'mid-run.sql.gz');
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('backup', {
      students: STUDENTS,
      latencyMs: 40,
      env: { SYNC_CONCURRENCY: '5' },
    });
  });
  afterAll(async () => {
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const tool = (name: string, databaseUrl: string, ...args: string[]) =>
    execute(process.execPath, [join(TOOLS, `${name}.mjs`), ...args], {
      env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: folder },
    });

  it('of the middle of a run restores on an empty machine, and the run ends exactly', async () => {
    await stack.client.start();
    const { runId } = await stack.client.progressUntil(({ processed }) => processed > STUDENTS / 4);
    await tool('backup', stack.databaseUrl, '--to', file);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect((await stack.client.progress()).processed).toBeLessThan(STUDENTS);
    // Both use this test's Redis: those of the old machine would take the jobs of the new one.
    await Promise.all(stack.workers.map((worker) => worker.end()));

    const restored = await Stack.start('restored', {
      students: STUDENTS,
      prepare: async (databaseUrl) => {
        const { stdout } = await tool('restore', databaseUrl, file);
        expect(stdout).toContain(`${STUDENTS} students`);
      },
    });
    try {
      const end = await restored.client.progressUntil(({ isRunning }) => !isRunning);
      expect(end).toMatchObject({
        runId,
        status: 'completed',
        total: STUDENTS,
        successCount: STUDENTS,
        failed: 0,
      });
      const [counted] = await restored.query(
        `SELECT COUNT(*) AS n, CAST(SUM(pembayaran IS NULL) AS SIGNED) AS without FROM siswa JOIN sync_run_siswa USING (idperson)
         WHERE run_id = ? AND outcome = 'updated'`,
        [runId],
      );
      expect(counted).toEqual({ n: STUDENTS, without: 0 });
    } finally {
      await restored.stop();
    }
  });

  it('does not take the place of what is there, nor of what is in use', async () => {
    await expect(tool('restore', stack.databaseUrl, file)).rejects.toMatchObject({
      stderr: expect.stringMatching(/connections use this database just now.*nothing was changed/s),
    });
    await expect(tool('backup', stack.databaseUrl, '--to', file)).rejects.toMatchObject({
      stderr: expect.stringContaining('is there already'),
    });
  });

  it.each([
    ['is cut off', (whole: Buffer) => whole.subarray(0, whole.length - 1_000), /cannot be read as a backup/],
    ['is something else', () => Buffer.from('SELECT 1;'), /cannot be read as a backup/],
  ])('is refused before anything is touched when it %s', async (_, spoil, message) => {
    const spoilt = join(folder, 'spoilt.sql.gz');
    writeFileSync(spoilt, spoil(readFileSync(file)));
    await expect(tool('restore', stack.databaseUrl, spoilt, '--replace')).rejects.toMatchObject({
      stderr: expect.stringMatching(message),
    });
    expect(await stack.query('SELECT COUNT(*) AS n FROM siswa')).toEqual([{ n: STUDENTS }]);
  });

  it('that the database refuses leaves it empty', async () => {
    const { DATABASE_URL } = await freshServers('refusing');
    const refused = join(folder, 'refused.sql.gz');
    writeFileSync(
      refused,
      gzipSync('CREATE TABLE siswa (a INT);\nINSERT INTO nothing VALUES (1);\n-- Dump completed\n'),
    );
    await expect(tool('restore', DATABASE_URL, refused)).rejects.toMatchObject({
      stderr: expect.stringMatching(/nothing.*doesn't exist.*The database is empty now/s),
    });
    const server = await createConnection(DATABASE_URL);
    expect((await server.query('SHOW TABLES'))[0]).toEqual([]);
    await server.end();
  });
});
