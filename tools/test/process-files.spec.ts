import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runModule, startModule, temporaryFolder } from './run-module';

const folder = temporaryFolder();
const inRun = (name: string) => join(folder, 'run', name);

const claiming = `
  import { DataDir } from './data-dir.mjs';
  import { runScript } from './launcher-error.mjs';
  await runScript(async () => {
    const data = new DataDir(${JSON.stringify(folder)});
    console.log('orphans: [' + await data.processes.claim() + ']');
  });`;

beforeAll(() => mkdirSync(join(folder, 'run'), { recursive: true }));

it.each(['', '{', '{"pid":12', 'null', '{"pid":"x","identity":1}'])(
  'a launcher file that says %j refuses nobody',
  (content) => {
    writeFileSync(inRun('launcher.pid'), content);
    writeFileSync(inRun('worker-1.pid'), content);
    const { status, stdout } = runModule(claiming);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'orphans: []\n' });
    expect(JSON.parse(readFileSync(inRun('launcher.pid'), 'utf8'))).toMatchObject({
      pid: expect.any(Number),
    });
    expect(readdirSync(join(folder, 'run'))).toEqual(['launcher.pid']);
  },
);

it('of many launchers in one instant one gets in, also over the file of one that was killed', async () => {
  writeFileSync(inRun('launcher.pid'), JSON.stringify({ pid: 1, identity: 'of another time' }));
  const waiting = `${claiming} setInterval(() => {}, 1000);`;
  const launchers = Array.from({ length: 6 }, () => startModule(waiting));
  await Promise.all(launchers.map(({ says }) => says(/orphans: \[\]|already runs/)));
  const owner = (JSON.parse(readFileSync(inRun('launcher.pid'), 'utf8')) as { pid: number }).pid;
  const inside = launchers.filter(({ all }) => all().includes('orphans'));
  expect(inside.map(({ child }) => child.pid)).toEqual([owner]);
});
