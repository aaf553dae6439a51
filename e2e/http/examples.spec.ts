import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { CreatedTokenDto, DeliveryDto, SiswaPageDto, WebhookSecretDto } from '@bantubayar/shared';
import { eventually } from '../support/eventually';
import { Stack } from '../support/stack';

const STUDENTS = 30;
const FAILING = 2;
const EXAMPLES = resolve(__dirname, '../../examples');
const SPECS = { shell: ['sh', 'jq', 'curl'], php: ['php'] };
const has = (program: string) =>
  (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));
const itWith = (programs: string[]) => (programs.every(has) ? it : it.skip);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

describe('the examples and the typed client', () => {
  let stack: Stack;
  let env: Record<string, string>;
  let failing: string[];
  const folder = mkdtempSync(join(tmpdir(), 'bantubayar-examples-'));

  beforeAll(async () => {
    stack = await Stack.start('examples', { students: STUDENTS });
    const wanted = { name: 'contoh', scopes: ['sync:read', 'sync:write', 'siswa:read'] };
    const { token } = (await stack.client.post<CreatedTokenDto>('/auth/tokens', wanted)).body;
    env = { PATH: process.env['PATH']!, BANTUBAYAR_URL: stack.url, BANTUBAYAR_TOKEN: token };
    const { items } = (await stack.client.get<SiswaPageDto>('/admin/siswa?sort=idperson')).body;
    failing = items.slice(0, FAILING).map(({ idperson }) => idperson);
  });
  beforeEach(() => stack.faults({ missingPeriods: 1, onlyIdpersons: failing.map(Number) }));
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await stack.stop();
  });

  const run = async (program: string, file: string, ...args: string[]) =>
    (await promisify(execFile)(program, [join(EXAMPLES, file), ...args], { env, cwd: folder })).stdout;

  function expectReport(said: string): void {
    expect(said).toMatch(
      new RegExp(`Run \\d+ partial: ${STUDENTS - FAILING} of ${STUDENTS} students, ${FAILING} failed`),
    );
    for (const idperson of failing) expect(said).toMatch(new RegExp(`^${idperson} .+: no_periods$`, 'm'));
  }

  it('in Node.js run, report and try again', async () => {
    const said = await run(process.execPath, 'node/sync-and-report.mjs');
    expectReport(said);
    expect(said).toMatch(new RegExp(`Run \\d+ partial: 0 of ${FAILING} students`));
  });

  itWith(SPECS.shell)('in the shell run and report', async () => {
    expectReport(await run('sh', 'shell/sync-and-report.sh'));
  });

  itWith(SPECS.shell)('in docs/integrasi.md are what can be copied', async () => {
    const text = readFileSync(resolve(EXAMPLES, '../docs/integrasi.md'), 'utf8');
    const blocks = [...text.matchAll(/<!-- tried -->\s+```sh\n(.*?)```/gs)].map(([, block]) => block!);
    expect(blocks.length).toBeGreaterThan(3);
    const script = join(folder, 'integrasi.sh');
    writeFileSync(script, `set -eu\n${blocks.join('')}`);
    const { stdout } = await promisify(execFile)('sh', [script], { env, cwd: folder });
    expect(stdout).toContain('"nama": "contoh"');
    expect(stdout).toMatch(/"status":\s*"(queued|preparing|running)"/);
    const lines = readFileSync(join(folder, 'siswa.ndjson'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(STUDENTS);
    await stack.client.progressUntil(({ status }) => status === 'completed' || status === 'partial');
  });

  itWith(SPECS.php)('in PHP run and report', async () => {
    expectReport(await run('php', 'php/sync-and-report.php'));
  });

  it('as an Arazzo workflow start, wait, read failures and try again', async () => {
    const said = await run(
      process.execPath,
      '../e2e/support/run-arazzo.mjs',
      join(EXAMPLES, 'sync.arazzo.yaml'),
      stack.url,
      env['BANTUBAYAR_TOKEN']!,
    );
    expect(JSON.parse(said)).toEqual({
      hasProblems: false,
      steps: ['start', 'poll', 'failures', 'retry', 'pollRetry'],
      outputs: { failed: FAILING, reason: 'no_periods', status: 'partial', stillFailed: FAILING },
    });
  });

  it('in Node.js keep a copy that follows', async () => {
    const file = join(folder, 'siswa.json');
    await stack.faults({});
    await run(process.execPath, 'node/keep-a-copy.mjs', file);
    await stack.faults({ changedShare: 0.5 });
    await stack.client.start();
    await stack.client.progressUntil(({ isRunning }) => !isRunning);
    expect(await run(process.execPath, 'node/keep-a-copy.mjs', file)).toMatch(/^[1-9]\d* changes$/m);
    const { siswa } = JSON.parse(readFileSync(file, 'utf8')) as {
      siswa: Record<string, SiswaPageDto['items'][number]>;
    };
    const { items } = (await stack.client.get<SiswaPageDto>('/admin/siswa?limit=500')).body;
    expect(Object.keys(siswa).length).toBe(STUDENTS);
    for (const { idperson, dibayar, tunggakan } of items)
      expect([siswa[idperson]!.dibayar, siswa[idperson]!.tunggakan]).toEqual([dibayar, tunggakan]);
  });

  async function receives(program: string, args: (port: number) => string[]): Promise<void> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    const { id, secret } = (await stack.client.post<WebhookSecretDto>('/admin/webhooks', { url })).body;
    const child = spawn(program, args(port), {
      env: { ...env, BANTUBAYAR_WEBHOOK_SECRET: secret, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (said += String(text)));
    try {
      await eventually(async () => (/listening|started/i.test(said) ? true : null));
      const test = async () => (await stack.client.post<DeliveryDto>(`/admin/webhooks/${id}/test`)).body;
      expect(await test()).toMatchObject({ state: 'delivered' });
      await eventually(async () => (said.includes('webhook.test') ? true : null));
      const forged = await fetch(url, { method: 'POST', body: '{"type":"run.completed"}' });
      expect(forged.status).toBe(401);
    } finally {
      child.kill();
      await stack.client.send('DELETE', `/admin/webhooks/${id}`);
    }
  }

  it('in Node.js are told by webhooks', () =>
    receives(process.execPath, () => [join(EXAMPLES, 'node/receive-webhooks.mjs')]));

  itWith(SPECS.php)('in PHP are told by webhooks', () =>
    receives('php', (port) => ['-S', `127.0.0.1:${port}`, join(EXAMPLES, 'php/receive-webhook.php')]),
  );

  it('the client that is made from the OpenAPI document starts a run, follows it and tells who failed, without a cast', async () => {
    const root = resolve(__dirname, '../..');
    const node = async (...args: string[]) =>
      (await promisify(execFile)(process.execPath, args, { cwd: root })).stdout;
    await node('node_modules/typescript/bin/tsc', '-p', 'e2e/typed-client');
    const told = await node('e2e/dist/typed-client/follow-run.js', stack.url, env['BANTUBAYAR_TOKEN']!);
    expect((JSON.parse(told) as string[]).sort()).toEqual(failing.map((id) => `${id}: no_periods`).sort());
  });
});
