import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const TOOL = resolve(__dirname, 'fuzz.mjs');
const WITHIN_MS = 120_000;
const REQUESTS = 400;

/** The short form of `npm run fuzz`. */
describe('odd requests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-report-'));
  const json = join(folder, 'report.json');
  let tool: ChildProcess;

  afterAll(() => {
    tool.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'get an answer each, none of them 5xx, and stall nobody',
    async () => {
      const args = [TOOL, '--built', `--requests=${REQUESTS}`, '--seed=21', `--json=${json}`];
      tool = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      let output = '';
      for (const stream of [tool.stdout!, tool.stderr!])
        stream.on('data', (text) => (output += String(text)));
      const code = await new Promise((ended) => tool.once('exit', ended));
      // What it prints says how to repeat each finding.
      if (code !== 0) throw new Error(output);
      const { findings, statuses } = JSON.parse(readFileSync(json, 'utf8')) as {
        findings: unknown[];
        statuses: Record<string, number>;
      };
      expect(findings).toEqual([]);
      expect(Object.values(statuses).reduce((sum, n) => sum + n, 0)).toBe(REQUESTS);
      expect(statuses['200']).toBeGreaterThan(40);
      expect(statuses['400']).toBeGreaterThan(40);
    },
    WITHIN_MS,
  );
});
