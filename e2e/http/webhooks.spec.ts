import type { DeliveryDto, Page, ResentDto, WebhookDto, WebhookSecretDto } from '@bantubayar/shared';
import Redis from 'ioredis';
import { eventually } from '../support/eventually';
import { MortalRedis } from '../support/mortal-redis';
import { Receiver } from '../support/receiver';
import { Stack } from '../support/stack';

const STUDENTS = 60;
const WEBHOOKS = '/admin/webhooks';
const ENDPOINTS = 4;
const EACH = 150;
/** How much has come when a sender is killed, as shares of all. */
const KILLED_AT = [0.1, 0.4];

describe('webhooks', () => {
  let redis: MortalRedis;
  let stack: Stack;
  let receiver: Receiver;
  let endpoint: WebhookSecretDto;

  beforeAll(async () => {
    redis = await MortalRedis.start();
    const env = { REDIS_URL: redis.url };
    stack = await Stack.start('webhooks', { students: STUDENTS, latencyMs: 5, env });
  });
  beforeEach(async () => {
    receiver = await Receiver.start();
    endpoint = (await stack.client.post<WebhookSecretDto>(WEBHOOKS, { url: receiver.url })).body;
  });
  afterEach(async () => {
    await stack.client.send('DELETE', `${WEBHOOKS}/${endpoint.id}`);
    receiver.stop();
    await stack.faults({});
  });
  afterAll(async () => {
    await stack.stop();
    await redis.stop();
  });

  const at = (path: string) => `${WEBHOOKS}/${endpoint.id}/${path}`;
  const test = async () => (await stack.client.post<DeliveryDto>(at('test'))).body;
  const deliveries = async (query = '') =>
    (await stack.client.get<Page<DeliveryDto>>(at(`deliveries${query}`))).body.items;
  const now = async () =>
    (await stack.client.get<Page<WebhookDto>>(WEBHOOKS)).body.items.find(({ id }) => id === endpoint.id)!;
  async function run(): Promise<void> {
    await stack.client.start();
    await stack.client.progressUntil(({ isRunning }) => !isRunning);
  }
  const calls = (...types: string[]) =>
    eventually(async () => (types.every((type) => receiver.types().includes(type)) ? true : null), 15_000);

  it('tell of a run from its start to its end, signed as the published library wants it', async () => {
    await run();
    await calls('run.started', 'run.completed', 'perubahan.available');
    receiver.verifyAll(endpoint.secret);
    const { event } = receiver.calls.find((call) => call.event.type === 'run.completed')!;
    expect(event).toEqual({
      type: 'run.completed',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      data: {
        ...{ runId: expect.any(String), status: 'completed', pauseCode: null, total: STUDENTS },
        ...{ processed: STUDENTS, successCount: STUDENTS, failed: 0, skipped: 0 },
      },
    });
    expect(await deliveries('?state=delivered')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'run.completed', attempts: 1, httpStatus: 204 }),
      ]),
    );
    expect(await now()).toMatchObject({ pending: 0, failed: 0, off: null, failingSince: null });
  });

  it('tell of pauses, cancels and answers that wait for a decision, of what is wanted only', async () => {
    const types = ['run.paused', 'run.resumed', 'run.cancelled', 'review.opened'];
    const changed = await stack.client.send<WebhookDto>('PATCH', `${WEBHOOKS}/${endpoint.id}`, { types });
    expect(changed.body.types).toEqual(types);
    await stack.faults({ latencyMs: 1_000 });
    await stack.client.start();
    await stack.client.progressUntil(({ status }) => status === 'running');
    for (const move of ['pause', 'resume', 'cancel'])
      await stack.client.post(`/admin/sync-pembayaran/${move}`);
    await stack.client.progressUntil(({ status }) => status === 'cancelled');
    await calls('run.paused', 'run.resumed', 'run.cancelled');
    await stack.faults({ emptyData: 1 });
    await run();
    const opened = () =>
      receiver.calls
        .filter(({ event }) => event.type === 'review.opened')
        .reduce((sum, { event }) => sum + Number(event.data['siswa']), 0);
    await eventually(async () => (opened() === STUDENTS ? true : null));
    expect(new Set(receiver.types())).toEqual(new Set(types));
    receiver.verifyAll(endpoint.secret);
  });

  it('are tried again until they are taken, under the same id', async () => {
    let refused = 2;
    receiver.answer = (response) => void response.writeHead(refused-- > 0 ? 500 : 200).end('nanti');
    await stack.client.start();
    await eventually(async () => ((await now()).failingSince ? true : null));
    const waiting = await eventually(
      async () => (await deliveries('?state=pending')).find(({ httpStatus }) => httpStatus !== null) ?? null,
    );
    expect(waiting).toMatchObject({
      ...{ attempts: 1, httpStatus: 500, message: 'Ditolak penerima (HTTP 500)', answer: 'nanti' },
      nextAt: expect.any(String),
    });
    await eventually(async () => ((await now()).pending === 0 ? true : null), 20_000);
    expect(await now()).toMatchObject({ failed: 0, failingSince: null });
    expect(receiver.calls.filter(({ id }) => id === waiting.messageId).length).toBe(2);
    await stack.client.progressUntil(({ isRunning }) => !isRunning);
  });

  it('follow no redirect, wait ten seconds, and say in words what came back', async () => {
    const elsewhere = await Receiver.start();
    receiver.answer = (response) => void response.writeHead(302, { Location: elsewhere.url }).end();
    expect(await test()).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('tidak diikuti'),
    });
    expect(elsewhere.calls).toEqual([]);
    elsewhere.stop();
    receiver.answer = (response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'.repeat(1_000)), 5);
      response.on('close', () => clearInterval(drip));
    };
    const endless = await test();
    expect(endless).toMatchObject({ state: 'delivered', type: 'webhook.test', attempts: 1 });
    expect(endless.answer!.length).toBeLessThanOrEqual(500);
    receiver.answer = () => undefined;
    const silent = await test();
    expect(silent).toMatchObject({
      state: 'failed',
      httpStatus: null,
      message: 'Tidak menjawab dalam 10 detik',
    });
    expect(silent.durationMs).toBeGreaterThanOrEqual(9_900);
    receiver.stop();
    expect(await test()).toMatchObject({ state: 'failed', message: 'Sambungan ditolak' });
    expect(await now()).toMatchObject({ off: null, failingSince: null });
  });

  it('end at a 410, and can be switched on and sent again, with two signatures for a day', async () => {
    receiver.answer = (response) => void response.writeHead(410).end();
    const since = new Date().toISOString();
    await run();
    await eventually(async () => ((await now()).off === 'gone' ? true : null));
    expect(await now()).toMatchObject({ pending: 0 });
    const given = (await deliveries('?state=failed')).length;
    expect(given).toBeGreaterThanOrEqual(1);

    receiver.answer = (response) => void response.writeHead(204).end();
    receiver.calls.length = 0;
    const on = await stack.client.send<WebhookDto>('PATCH', `${WEBHOOKS}/${endpoint.id}`, { active: true });
    expect(on.body.off).toBeNull();
    const rotated = (await stack.client.post<WebhookSecretDto>(at('rotate'))).body;
    expect(rotated.formerSecretUntil).not.toBeNull();
    expect((await stack.client.post<ResentDto>(at('resend'), { failedSince: since })).body.resent).toBe(
      given,
    );
    await eventually(async () => (receiver.calls.length === given ? true : null));
    expect(receiver.calls.every(({ signatures }) => signatures === 2)).toBe(true);
    receiver.verifyAll(endpoint.secret);
    receiver.verifyAll(rotated.secret);
    const [last] = await deliveries();
    expect((await stack.client.post<ResentDto>(at('resend'), { deliveryId: last!.id })).body.resent).toBe(1);
    await eventually(async () => (receiver.calls.length === given + 1 ? true : null));
  });

  it('refuse what cannot be called or done, and who may not', async () => {
    const make = (body: object) => stack.client.post<{ code: string; message: string }>(WEBHOOKS, body);
    for (const url of ['http://sekolah.example/', 'https://10.0.0.1/', 'https://169.254.169.254/', 'x', '']) {
      const { status, body } = await make({ url });
      expect({ url, status, code: body.code }).toEqual({ url, status: 400, code: 'validation_failed' });
    }
    expect((await make({ url: receiver.url, types: ['run.ended'] })).status).toBe(400);
    expect((await stack.client.post(at('resend'), {})).status).toBe(400);
    expect((await stack.client.post(at('resend'), { deliveryId: '999999' })).status).toBe(404);
    expect((await stack.client.post(`${WEBHOOKS}/999999/test`)).status).toBe(404);
    expect(JSON.stringify((await stack.client.get(WEBHOOKS)).body)).not.toContain('whsec_');
    const token = await stack.client.post<{ token: string }>('/auth/tokens', {
      ...{ name: 'integrator', scopes: ['sync:read', 'sync:write', 'siswa:read'] },
    });
    expect((await stack.client.withToken(token.body.token).get(WEBHOOKS)).status).toBe(403);
  });

  it('reach everybody at least once, whoever is killed or forgets meanwhile', async () => {
    const hooks = [endpoint];
    while (hooks.length < ENDPOINTS)
      hooks.push((await stack.client.post<WebhookSecretDto>(WEBHOOKS, { url: receiver.url })).body);
    await stack.query(
      `INSERT INTO webhook_delivery (endpoint_id, message_id, type, body, created_at, tried_from, next_at)
       SELECT endpoint.id, CONCAT('msg_', endpoint.id, '_', n.seq), 'run.started', '{"type":"run.started"}',
         UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
       FROM webhook_endpoint AS endpoint JOIN (
         SELECT ROW_NUMBER() OVER (ORDER BY column_name) AS seq FROM information_schema.columns LIMIT ${EACH}
       ) AS n`,
    );
    const wanted = ENDPOINTS * EACH;
    const had = () => new Set(receiver.calls.map(({ id }) => id)).size;
    for (const share of KILLED_AT) {
      await eventually(async () => (had() >= wanted * share ? true : null));
      await stack.workers.at(-1)!.end('SIGKILL');
      stack.startWorker();
    }
    await redis.die();
    await eventually(async () => (had() >= wanted * 0.7 ? true : null));
    const queue = new Redis(stack.redisUrl);
    await queue.flushdb();
    queue.disconnect();
    await stack.api.end('SIGKILL');
    await stack.startApi();
    await eventually(async () => (had() === wanted ? true : null));
    const left = () =>
      stack.query<{ n: number }>("SELECT COUNT(*) AS n FROM webhook_delivery WHERE state = 'pending'");
    await eventually(async () => (Number((await left())[0]!.n) === 0 ? true : null));
    // Only what was in hand when its sender died came twice.
    expect(receiver.calls.length - wanted).toBeLessThanOrEqual(KILLED_AT.length * ENDPOINTS);
    for (const { id } of hooks.slice(1)) await stack.client.send('DELETE', `${WEBHOOKS}/${id}`);
  });
});
