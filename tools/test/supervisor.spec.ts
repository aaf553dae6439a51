import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isRunning, runModule, startModule, temporaryFolder, withImports } from './run-module';

const folder = temporaryFolder();

/** A launcher with one child that tells its pid and runs these lines. */
const launcherOf = (childCode: string, dataDir = folder) => `
  import { DataDir } from './data-dir.mjs';
  import { runScript } from './launcher-error.mjs';
  import { stopOnInterrupt } from './interrupts.mjs';
  import { Stack } from './stack.mjs';
  import { Supervised } from './supervisor.mjs';
  await runScript(async () => {
    const data = new DataDir(${JSON.stringify(dataDir)});
    console.log('orphans: [' + await data.processes.claim() + ']');
    const stack = new Stack(data);
    stopOnInterrupt(stack);
    const spec = { name: 'worker-1', title: 'Worker 1', command: process.execPath, args: ['-e', ${JSON.stringify(childCode)}] };
    const child = new Supervised(spec, data, { firstMs: 40, longestMs: 100, steadyMs: 60_000 });
    stack.children.push(child.start());
    child.ready = true;
    for (let last = 0; ; await new Promise((next) => setTimeout(next, 5))) {
      if (child.child.pid !== last) console.log('child ' + (last = child.child.pid));
    }
  });`;
const LIVES_ON = 'setInterval(() => {}, 1000)';

it('starts a killed child again, and says so with its last words', async () => {
  const launcher = startModule(launcherOf(`console.log('last words'); ${LIVES_ON}`));
  const first = Number((await launcher.says(/child (\d+)/))[1]);
  await new Promise((written) => setTimeout(written, 300));
  process.kill(first, 'SIGKILL');
  await launcher.says(/Worker 1 stopped \(SIGKILL\); its last lines:\n {4}last words/);
  const second = Number((await launcher.says(/child (\d+)/))[1]);
  expect(isRunning(second)).toBe(true);

  launcher.child.kill('SIGTERM');
  await launcher.ended;
  expect(launcher.child.exitCode).toBe(0);
  expect(isRunning(second)).toBe(false);
  expect(existsSync(join(folder, 'run', 'launcher.pid'))).toBe(false);
});

it('waits longer from time to time', async () => {
  const launcher = startModule(launcherOf('process.exit(3)'));
  for (const seconds of ['0.04', '0.08', '0.1', '0.1']) {
    await launcher.says(/stopped \(exit code 3\)/);
    expect((await launcher.says(/again in ([\d.]+) s/))[1]).toBe(seconds);
  }
  launcher.child.kill('SIGINT');
  await launcher.ended;
});

it('ends the children of a launcher that was killed, and refuses a second live one', async () => {
  const killed = startModule(launcherOf(LIVES_ON));
  const orphan = Number((await killed.says(/child (\d+)/))[1]);
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(isRunning(orphan)).toBe(true);

  const next = startModule(launcherOf(LIVES_ON));
  expect((await next.says(/orphans: \[(.*)\]/))[1]).toBe('worker-1');
  expect(isRunning(orphan)).toBe(false);

  const second = runModule(launcherOf(LIVES_ON));
  expect(second.status).toBe(1);
  expect(second.stderr).toContain(`already runs on ${folder} (process ${next.child.pid})`);
  next.child.kill('SIGTERM');
  await next.ended;
});

it('never takes another process with the same pid for an orphan', async () => {
  const { stdout } = runModule(
    `import fs from 'node:fs';
     import { DataDir } from './data-dir.mjs';
     const data = new DataDir(${JSON.stringify(folder)});
     fs.writeFileSync(data.processes.file('worker-1'), JSON.stringify({ pid: ${process.pid}, identity: 'of another time' }));
     console.log('orphans: [' + await data.processes.claim() + ']');
     data.processes.release();`,
  );
  expect(stdout).toContain('orphans: []');
});

describe('when nobody looks after it any more', () => {
  const npm = { npm_lifecycle_event: 'start' };

  it('stops everything when the npm that started it is gone', async () => {
    // A shell in between, as npm starts one; it is killed and passes nothing on.
    const shell = spawn('sh', ['-c', '"$NODE" --input-type=module --eval "$CODE"; true'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...npm, NODE: process.execPath, CODE: withImports(launcherOf(LIVES_ON)) },
    });
    const lines = createInterface({ input: shell.stdout })[Symbol.asyncIterator]();
    let line = '';
    while (!line.startsWith('child ')) line = (await lines.next()).value as string;
    const child = Number(line.split(' ')[1]);
    shell.kill('SIGKILL');
    while (!(await lines.next()).done);
    expect(isRunning(child)).toBe(false);
    expect(existsSync(join(folder, 'run', 'launcher.pid'))).toBe(false);
  });

  it('goes on when nobody reads its words, and stops when told to', async () => {
    const launcher = startModule(launcherOf(LIVES_ON));
    const first = Number((await launcher.says(/child (\d+)/))[1]);
    launcher.child.stdout.destroy();
    launcher.child.stderr.destroy();
    process.kill(first, 'SIGKILL');
    const pidFile = join(folder, 'run', 'worker-1.pid');
    const pid = () => (JSON.parse(readFileSync(pidFile, 'utf8')) as { pid: number }).pid;
    for (let looks = 0; pid() === first && looks < 500; looks++)
      await new Promise((next) => setTimeout(next, 10));
    const second = pid();
    expect(isRunning(second)).toBe(true);
    launcher.child.kill('SIGHUP');
    await launcher.ended;
    expect(launcher.child.exitCode).toBe(0);
    expect(isRunning(second)).toBe(false);
  });

  it('stops everything before a fault of its own ends it', async () => {
    const launcher = startModule(
      `${launcherOf(LIVES_ON).replace('for (let last', 'setTimeout(() => { throw new Error("a fault") }, 300); for (let last')}`,
    );
    const child = Number((await launcher.says(/child (\d+)/))[1]);
    await launcher.says(/a fault/);
    await launcher.ended;
    expect(launcher.child.exitCode).toBe(1);
    expect(isRunning(child)).toBe(false);
  });

  it('takes a Ctrl-C that arrives twice for one', async () => {
    const slow = `process.on('SIGTERM', () => setTimeout(() => { console.log('ended well'); process.exit(); }, 300)); ${LIVES_ON}`;
    const launcher = startModule(launcherOf(slow));
    await launcher.says(/child (\d+)/);
    await new Promise((listens) => setTimeout(listens, 300));
    launcher.child.kill('SIGINT');
    launcher.child.kill('SIGINT');
    await launcher.ended;
    expect(readFileSync(join(folder, 'logs', 'worker-1.log'), 'utf8')).toContain('ended well');
  });
});
