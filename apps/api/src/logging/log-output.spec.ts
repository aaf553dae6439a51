import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as soon } from 'node:timers/promises';
import { LogOutput } from './log-output';

describe('the log output', () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-output-'));
  const file = join(folder, 'log');
  let fd: number;

  beforeEach(() => (fd = openSync(file, 'w')));
  afterEach(() => closeSync(fd));
  afterAll(() => rmSync(folder, { recursive: true }));

  const written = () => readFileSync(file, 'utf8');

  it('writes lines in their order, the last ones at the end of the process', async () => {
    const output = new LogOutput(fd);
    const lines = Array.from({ length: 5_000 }, (_, n) => `line ${n}\n`);
    for (const line of lines.slice(0, 4_000)) output.write(line);
    while (written().length < 4_000) await soon();
    for (const line of lines.slice(4_000)) output.write(line);
    while (!written().endsWith('line 4999\n')) await soon();
    output.write('last words\n');
    output.end();
    await soon();
    expect(written()).toBe(`${lines.join('')}last words\n`);
  });

  it('holds nobody up where nothing can be written, and keeps a bounded amount', async () => {
    const readOnly = openSync(file, 'r');
    const output = new LogOutput(readOnly);
    const line = `${'x'.repeat(1_000)}\n`;
    const begun = performance.now();
    for (let n = 0; n < 20_000; n++) output.write(line);
    await soon();
    output.end();
    expect(performance.now() - begun).toBeLessThan(1_000);
    closeSync(readOnly);
  });

  it('says how many lines were lost once it can write again', async () => {
    const output = new LogOutput(fd);
    const line = `${'x'.repeat(1_000)}\n`;
    for (let n = 0; n < 3_000; n++) output.write(line);
    while (!written().includes('are lost')) await soon();
    const said = JSON.parse(written().trimEnd().split('\n').at(-1)!) as { lost: number };
    expect(said.lost).toBe(3_000 - written().split('x\n').length + 1);
  });
});
