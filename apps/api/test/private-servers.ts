import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { runModule } from '../../../tools/test/run-module';

const { stdout: found } = runModule(
  `import { find } from './programs.mjs'; console.log(Boolean(find('database') && find('queue')));`,
);
/** Tests that run servers of their own need their programs. */
export const whereServersAre = found.trim() === 'true' ? describe : describe.skip;

/** A key or certificate that tests encrypt with. */
export const tls = (name: string) => resolve(__dirname, 'tls', name);

const LIB = resolve(__dirname, '../../../tools/lib');

/** Servers with settings of their own, run by the launcher's modules in a process of its own. */
export class PrivateServers {
  private constructor(
    private readonly launcher: ChildProcess,
    private readonly folder: string,
    readonly databaseUrl: URL,
    readonly redisUrl: URL,
  ) {}

  static async start(more: { database?: string[]; queue?: string[] }): Promise<PrivateServers> {
    // The tests' own prefix: the next `npm test` ends and removes what a killed one left.
    const folder = mkdtempSync(join(tmpdir(), 'bantubayar-test-servers-'));
    const script = `
      import { DataDir } from '${LIB}/data-dir.mjs';
      import { stopOnInterrupt } from '${LIB}/interrupts.mjs';
      import { startDatabase } from '${LIB}/private-database.mjs';
      import { startQueue } from '${LIB}/private-queue.mjs';
      import { Stack } from '${LIB}/stack.mjs';
      const more = ${JSON.stringify(more)};
      const data = new DataDir(${JSON.stringify(folder)});
      await data.processes.claim();
      const stack = new Stack(data);
      stopOnInterrupt(stack);
      const database = await startDatabase(stack, { forTests: true, more: more.database });
      const queue = await startQueue(stack, { more: more.queue });
      console.log('ready ' + database.url + ' ' + queue.url);`;
    const launcher = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: launcher.stdout! })) {
      const [word, database, queue] = line.split(' ');
      if (word !== 'ready') continue;
      launcher.stdout!.resume();
      return new PrivateServers(launcher, folder, new URL(database!), new URL(queue!));
    }
    throw new Error('the servers did not come up');
  }

  /** Where root gets in. */
  get socketPath(): string {
    return join(this.folder, 'run', 'database.sock');
  }

  /** Stops the time of one of them: on a busy machine its threads stop only after a while. */
  freeze(name: 'database' | 'queue'): void {
    const pid = this.pidOf(name);
    process.kill(pid, 'SIGSTOP');
    while (isMoving(pid));
  }

  thaw(name: 'database' | 'queue'): void {
    process.kill(this.pidOf(name), 'SIGCONT');
  }

  private pidOf(name: string): number {
    return (JSON.parse(readFileSync(join(this.folder, 'run', `${name}.pid`), 'utf8')) as { pid: number }).pid;
  }

  async stop(): Promise<void> {
    const ended = once(this.launcher, 'exit');
    this.launcher.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Whether a thread of a process that was told to stop has not done so; only Linux tells. */
function isMoving(pid: number): boolean {
  const threads = `/proc/${pid}/task`;
  return existsSync(threads) && readdirSync(threads).some((thread) => !hasStopped(`${threads}/${thread}`));
}

function hasStopped(thread: string): boolean {
  try {
    return /^State:\s+[TtZX]/m.test(readFileSync(`${thread}/status`, 'utf8'));
  } catch {
    return true; // It has ended meanwhile.
  }
}
