import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runModule, startModule, temporaryFolder } from './run-module';

const folder = temporaryFolder();

it('goes on without what it remembered when that cannot be read', () => {
  const file = join(folder, 'services.json');
  writeFileSync(file, '{"database":{"port":20');
  const { status, stdout } = runModule(
    `import { DataDir } from './data-dir.mjs';
     const data = new DataDir(${JSON.stringify(folder)});
     console.log(JSON.stringify(data.recall()));
     data.remember({ adminEmail: 'a@b' });
     console.log(JSON.stringify(data.recall()));`,
  );
  expect(status).toBe(0);
  expect(stdout).toContain('could not be read');
  expect(stdout.trim().split('\n').slice(1)).toEqual(['{}', '{"adminEmail":"a@b"}']);
  expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe('{"database":{"port":20');
});

it('makes the key of the saved credentials once, for its owner only', () => {
  const asked = `
    import { DataDir } from './data-dir.mjs';
    console.log(new DataDir(${JSON.stringify(folder)}).secretsKey());`;
  const { stdout } = runModule(asked);
  expect(Buffer.from(stdout.trim(), 'base64')).toHaveLength(32);
  expect(runModule(asked).stdout).toBe(stdout);
  expect(statSync(join(folder, 'secrets.key')).mode & 0o777).toBe(0o600);
});

it('says in words what the system refuses', () => {
  const { status, stderr } = runModule(
    `import { runScript } from './launcher-error.mjs';
     await runScript(async () => {
       throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', path: '/data/run/launcher.pid' });
     });`,
  );
  expect(status).toBe(1);
  expect(stderr.trim()).toBe('/data/run/launcher.pid cannot be written: the disk is full (ENOSPC).');
});

it('keeps the log of a child small while the child writes', async () => {
  const log = join(folder, 'logs', 'worker-1.log');
  const launcher = startModule(`
    import { DataDir } from './data-dir.mjs';
    import { stopOnInterrupt } from './interrupts.mjs';
    import { Stack } from './stack.mjs';
    import fs from 'node:fs';
    const stack = new Stack(new DataDir(${JSON.stringify(folder)}));
    stopOnInterrupt(stack);
    const lines = 'console.log("x".repeat(99).concat("\\\\n").repeat(10_000))';
    const child = stack.start({
      ...{ name: 'worker-1', title: 'Worker 1', command: process.execPath },
      args: ['-e', 'setInterval(() => ' + lines + ', 20); setTimeout(() => {}, 1e6)'],
    });
    child.ready = true;
    for (let rotations = 0, last = 0; rotations < 2; await new Promise((next) => setTimeout(next, 5))) {
      if (!fs.existsSync(${JSON.stringify(log)})) continue;
      const { size } = fs.statSync(${JSON.stringify(log)});
      if (size < last) console.log('rotated ' + ++rotations);
      last = size;
    }
    const lastLines = () => child.log.tail().split('\\n').length;
    while (lastLines() < 6) await new Promise((next) => setTimeout(next, 5));
    console.log('tail: ' + lastLines());`);
  await launcher.says(/rotated 2/);
  await launcher.says(/tail: 6/);
  launcher.child.kill('SIGTERM');
  await launcher.ended;
  const logs = readdirSync(join(folder, 'logs')).sort();
  expect(logs).toEqual(['worker-1.log', 'worker-1.log.1', 'worker-1.log.2']);
  expect(existsSync(join(folder, 'run', 'worker-1.pid'))).toBe(false);
});
