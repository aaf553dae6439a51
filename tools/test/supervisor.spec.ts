import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, runModule, startModule, temporaryFolder } from './run-module';

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
    console.log('orphans: [' + await data.claim() + ']');
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
     fs.writeFileSync(data.pidFile('worker-1'), JSON.stringify({ pid: ${process.pid}, identity: 'of another time' }));
     console.log('orphans: [' + await data.claim() + ']');
     data.release();`,
  );
  expect(stdout).toContain('orphans: []');
});
