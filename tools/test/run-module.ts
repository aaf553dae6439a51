import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The launcher is plain ESM and is tested as it runs: in a Node of its own, with its modules imported by a few lines. */
const PATIENCE_MS = 15_000;
const LIB = resolve(__dirname, '../lib');

export const withImports = (code: string) => code.replaceAll("from './", `from '${LIB}/`);
const nodeArgs = (code: string) => ['--input-type=module', '--eval', withImports(code)];

/** Runs the lines to their end; what they print is the result. */
export function runModule(code: string, env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, nodeArgs(code), {
    encoding: 'utf8',
    timeout: PATIENCE_MS,
    env: { PATH: process.env['PATH'], ...env },
  });
  return { status, stdout, stderr };
}

/** Runs lines that go on until they are killed; `says` waits for the next line that they print. */
export function startModule(code: string, env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, nodeArgs(code), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  started.push(child);
  let seen = '';
  let all = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      seen += chunk;
      all += chunk;
    });
  }
  const says = async (wanted: RegExp): Promise<RegExpExecArray> => {
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      const found = wanted.exec(seen);
      if (found) {
        seen = seen.slice(found.index + found[0].length);
        return found;
      }
      await new Promise((next) => setTimeout(next, 10));
    }
    throw new Error(`it did not say ${wanted}, but: ${seen}`);
  };
  const ended = new Promise<void>((resolveEnd) => child.once('exit', () => resolveEnd()));
  return { child, says, ended, all: () => all };
}

/** A data folder that goes away after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'launcher-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** By the launcher's own eyes, which do not take a dead process that waits for its burial for a running one. */
export function isRunning(pid: number): boolean {
  const { stdout } = runModule(
    `import { identityOf } from './process-identity.mjs'; console.log(identityOf(${pid}));`,
  );
  return stdout.trim() !== 'null';
}

// A test that fails halfway leaves nothing running.
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGTERM');
});
