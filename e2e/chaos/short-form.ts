import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Line {
  fault: string;
}

const TOOL = resolve(__dirname, 'chaos.mjs');
const WITHIN_MS = 150_000;
const SHORT = ['--built', '--rounds=1', '--students=240', '--seed=21'];

/** The short form of `npm run chaos`: each of these faults at one moment, and a test for each. */
export function playShort(faults: string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'chaos-report-'));
  const json = join(folder, 'report.json');
  let tool: ChildProcess;
  let lines: Line[] = [];

  beforeAll(async () => {
    const args = [TOOL, ...SHORT, `--json=${json}`, ...faults.map((name) => `--fault=${name}`)];
    tool = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [tool.stdout!, tool.stderr!]) stream.on('data', (text) => (output += String(text)));
    await new Promise((ended) => tool.once('exit', ended));
    try {
      lines = (JSON.parse(readFileSync(json, 'utf8')) as { lines: Line[] }).lines;
    } catch {
      throw new Error(`no report was written:\n${output}`);
    }
  }, WITHIN_MS);

  afterAll(() => {
    tool.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(faults)('%s', (name) => {
    expect(lines.find(({ fault }) => fault === name)).toMatchObject({
      ...{ moments: 1, lost: 0, countedTwice: 0, stuck: 0, broken: [] },
    });
  });
}
