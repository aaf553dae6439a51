import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { eventually } from '../support/eventually';
import { Receiver } from '../support/receiver';
import { Stack } from '../support/stack';

const STUDENTS = 80;
const OPS = resolve(__dirname, '../../ops');
const ALERTS = resolve(OPS, 'alerts.yml');
const DASHBOARD = resolve(OPS, 'grafana-bantubayar.json');
const OURS = /\b(?:bantubayar|sync_pembayaran|nodejs|process)_[a-z0-9_]+/g;

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

/** Samples by their line without the value. */
type Samples = Map<string, number>;

describe('/metrics', () => {
  let stack: Stack;
  let receiver: Receiver;

  beforeAll(async () => {
    const env = { LOG_LEVEL: 'info' };
    stack = await Stack.start('metrics', { students: STUDENTS, latencyMs: 5, workers: 2, env });
    receiver = await Receiver.start();
    await stack.client.post('/admin/webhooks', { url: receiver.url });
  });
  afterAll(async () => {
    receiver.stop();
    await stack.stop();
  });

  async function samples(): Promise<Samples> {
    const { body } = await stack.client.get<string>('/metrics');
    const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return new Map(
      lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
    );
  }
  const sum = (all: Samples, name: string, ...labels: string[]) =>
    [...all]
      .filter(([line]) => line.split('{')[0] === name && labels.every((label) => line.includes(label)))
      .reduce((total, [, value]) => total + value, 0);
  const until = (fits: (all: Samples) => boolean) =>
    eventually(async () => {
      const all = await samples();
      return fits(all) ? all : null;
    });
  const runUntil = async (...statuses: string[]) => {
    const { runId } = (await stack.client.start()).body;
    await stack.client.progressUntil(({ status }) => statuses.includes(status));
    return String(runId);
  };

  it('tells of a run, its students and what every process counted', async () => {
    await runUntil('completed');
    const all = await until(
      (now) =>
        sum(now, 'sync_pembayaran_results_total') === STUDENTS &&
        sum(now, 'bantubayar_webhook_tries_total', 'result="delivered"') >= 3,
    );
    expect(sum(all, 'sync_pembayaran_status', 'status="completed"')).toBe(1);
    expect(sum(all, 'sync_pembayaran_runs', 'status="completed"')).toBe(1);
    expect(sum(all, 'sync_pembayaran_siswa', 'outcome="updated"')).toBe(STUDENTS);
    expect(sum(all, 'sync_pembayaran_results_total', 'outcome="updated"')).toBe(STUDENTS);
    expect(sum(all, 'sync_pembayaran_workers')).toBe(2);
    expect(sum(all, 'bantubayar_up')).toBe(2);
    expect(sum(all, 'bantubayar_upstream_request_seconds_count')).toBeGreaterThanOrEqual(STUDENTS);
    expect(sum(all, 'bantubayar_batch_siswa_sum')).toBe(STUDENTS);
    expect(sum(all, 'bantubayar_upstream_requests')).toBe(0);
    expect(sum(all, 'bantubayar_upstream_requests_limit')).toBeGreaterThan(0);
    expect(sum(all, 'bantubayar_queue_jobs')).toBe(0);
    expect(sum(all, 'bantubayar_webhook_endpoints', 'state="on"')).toBe(1);
    const lag = [...all.keys()].filter((line) => line.startsWith('nodejs_eventloop_lag_p99_seconds'));
    const pids = [stack.api, ...stack.workers].map(({ child }) => child.pid);
    for (const pid of pids) expect(lag.filter((line) => line.includes(`:${pid}"`)).length).toBe(1);
    expect([...all.values()].every(Number.isFinite)).toBe(true);
  });

  it('tells why requests failed, and for what a run is paused', async () => {
    await stack.faults({ unauthorized401: 1 });
    await runUntil('paused');
    const all = await until(
      (now) => sum(now, 'bantubayar_upstream_errors_total', '"credentials_rejected"') > 0,
    );
    expect(sum(all, 'sync_pembayaran_pause', 'code="credentials"')).toBe(1);
    await stack.faults({});
    await stack.client.post('/admin/sync-pembayaran/cancel');
    await stack.client.progressUntil(({ status }) => status === 'cancelled');
    expect(sum(await samples(), 'sync_pembayaran_pause')).toBe(0);
  });

  it('gives whatever the dashboard and the alerts ask for', async () => {
    const given = new Set([...(await samples()).keys()].map((line) => line.split('{')[0]!));
    const asked = [ALERTS, DASHBOARD].flatMap((file) => readFileSync(file, 'utf8').match(OURS) ?? []);
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((name) => !given.has(name))).toEqual([]);
  });

  it('has each of its own figures in docs/metrik.md, and no other stands there', async () => {
    const { body } = await stack.client.get<string>('/metrics');
    const ours = [...body.matchAll(/^# TYPE ((?:bantubayar|sync_pembayaran)_\S+)/gm)].map(
      ([, name]) => name!,
    );
    const page = readFileSync(resolve(__dirname, '../../docs/metrik.md'), 'utf8');
    const told = [...page.matchAll(/^\| `((?:bantubayar|sync_pembayaran)_[a-z_]+)/gm)].map(
      ([, name]) => name!,
    );
    expect(told.sort()).toEqual(ours.sort());
    const alerts = [...readFileSync(ALERTS, 'utf8').matchAll(/alert: (\w+)/g)].map(([, name]) => name!);
    for (const alert of alerts) expect(page).toContain(`\`${alert}\``);
  });

  (hasPromtool ? it : it.skip)('is read by promtool, and has rules that fire when they should', async () => {
    const promtool = (args: string[], input?: string) => {
      const { status, stdout, stderr } = spawnSync('promtool', args, { encoding: 'utf8', input });
      return { status, said: stdout + stderr };
    };
    const { body } = await stack.client.get<string>('/metrics');
    // 3: read, with advice on names, of which `sync_pembayaran_total` is one that was promised.
    expect(promtool(['check', 'metrics'], body)).toMatchObject({ status: 3 });
    expect(promtool(['check', 'rules', ALERTS])).toMatchObject({ status: 0 });
    const tests = resolve(OPS, 'alerts.test.yml');
    expect(promtool(['test', 'rules', tests])).toMatchObject({ status: 0 });
  });

  it('stands beside a log with a line for each move of a run, with its id and that of the request', async () => {
    await stack.faults({ latencyMs: 1_000 });
    const runId = await runUntil('running');
    for (const move of ['pause', 'resume', 'cancel'])
      await stack.client.post(`/admin/sync-pembayaran/${move}`, undefined, {
        'X-Request-Id': `oleh-${move}`,
      });
    await stack.client.progressUntil(({ status }) => status === 'cancelled');
    const line = (event: string) =>
      eventually(async () => {
        const said = [stack.api, ...stack.workers].flatMap((each) => each.said.split('\n'));
        const told = said.flatMap((text) => (text.includes(`"event":"${event}"`) ? [JSON.parse(text)] : []));
        const ofRun = told.filter((each) => each.runId === runId);
        return ofRun.length === 0 ? null : ofRun;
      });
    for (const [event, move] of Object.entries({
      run_paused: 'pause',
      run_resumed: 'resume',
      cancel_requested: 'cancel',
    })) {
      expect(await line(event)).toEqual([expect.objectContaining({ reqId: `oleh-${move}`, msg: event })]);
    }
    for (const event of ['run_started', 'run_prepared', 'run_cancelled'])
      expect(await line(event)).toHaveLength(1);
  });
});
