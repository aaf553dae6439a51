import { HealthIndicatorService } from '@nestjs/terminus';
import Bull, { type Queue } from 'bull';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { readDatabaseUrl } from '../src/config/addresses';
import { readRedisUrl } from '../src/config/redis-address';
import { env } from '../src/config/env';
import { databaseOptions } from '../src/database/database.options';
import { DatabaseHealth } from '../src/health/database.health';
import { RunFigures } from '../src/health/figures/run.figures';
import { TroubleFigures } from '../src/health/figures/trouble.figures';
import { MetricsController } from '../src/health/metrics.controller';
import { QueueHealth } from '../src/health/queue.health';
import { ProcessBoard } from '../src/metrics/process-board';
import { QueueTrouble } from '../src/sync-pembayaran/queue/queue-trouble';
import { SyncRunRepository } from '../src/sync-pembayaran/run/sync-run.repository';
import { WorkerRegistry } from '../src/sync-pembayaran/run/worker-registry';
import { RefusalNotice } from '../src/sync-pembayaran/run/refusal-notice';
import { PrivateServers, whereServersAre } from './private-servers';

const POOL_SIZE = 2;

whereServersAre('readiness', () => {
  const before = { ...env };
  let servers: PrivateServers;
  let dataSource: DataSource;
  let queue: Queue;
  let database: DatabaseHealth;
  let redis: QueueHealth;
  let notice: RefusalNotice;

  beforeAll(async () => {
    servers = await PrivateServers.start({});
    Object.assign(env, { DATABASE_URL: servers.databaseUrl.href });
    const { user: username, ...address } = readDatabaseUrl(env.DATABASE_URL);
    const options = { ...databaseOptions, ...address, username, poolSize: POOL_SIZE };
    dataSource = await new DataSource(options).initialize();
    queue = new Bull('readiness', {
      redis: { ...readRedisUrl(servers.redisUrl.href), maxRetriesPerRequest: null },
    });
    await dataSource.query('CREATE TABLE sync_worker (pid INT)');
    notice = new RefusalNotice(queue);
    database = new DatabaseHealth(new HealthIndicatorService(), dataSource, notice);
    redis = new QueueHealth(new HealthIndicatorService(), queue, new QueueTrouble(queue));
  }, 60_000);
  afterAll(async () => {
    Object.assign(env, before);
    database.onApplicationShutdown();
    await Promise.all([dataSource.destroy(), queue.close()]);
    await servers.stop();
  });

  /** What both parts say, which must not take long. */
  async function look() {
    const begun = performance.now();
    const answers = await Promise.all([database.check(), redis.check()]);
    expect(performance.now() - begun).toBeLessThan(2_000);
    return Object.assign({}, ...answers) as Record<string, { status: string; message?: string }>;
  }

  const eventuallyUp = async () => {
    for (let looks = 0; looks < 20; looks++) {
      const { database, queue } = await look();
      if (database!.status === 'up' && queue!.status === 'up') return;
    }
    throw new Error('it did not come back');
  };

  it('is there when both answer', async () => {
    expect(await look()).toEqual({ database: { status: 'up' }, queue: { status: 'up' } });
  });

  it('says so when a worker finds that the database takes no writes', async () => {
    await notice.post('Database kehabisan ruang disk');
    expect((await look())['database']).toMatchObject({
      status: 'down',
      message: expect.stringContaining('takes no writes'),
    });
    await notice.remove();
    expect((await look())['database']).toEqual({ status: 'up' });
  });

  it('names a frozen Redis, and sees it come back', async () => {
    servers.freeze('queue');
    const { database, queue } = await look();
    servers.thaw('queue');
    expect(database).toEqual({ status: 'up' });
    expect(queue!.message).toMatch(/Redis does not answer/);
    await eventuallyUp();
  });

  it('names a frozen database, and sees it come back', async () => {
    servers.freeze('database');
    const { database, queue } = await look();
    servers.thaw('database');
    expect(database!.message).toMatch(/the database does not answer/);
    expect(queue).toEqual({ status: 'up' });
    await eventuallyUp();
  });

  it('tells Prometheus, in time and with what can still be read, while one of them is frozen', async () => {
    const figures = [
      new TroubleFigures(database, redis),
      new RunFigures(new SyncRunRepository(dataSource), new WorkerRegistry(dataSource)),
    ];
    const controller = new MetricsController(figures, new ProcessBoard(queue));
    const scrape = { headers: {}, socket: { remoteAddress: '127.0.0.1' } } as Request;
    for (const frozen of ['database', 'queue'] as const) {
      servers.freeze(frozen);
      const begun = performance.now();
      const text = await controller.metrics(scrape);
      servers.thaw(frozen);
      expect(performance.now() - begun).toBeLessThan(4_000);
      for (const part of ['database', 'queue'])
        expect(text).toContain(`bantubayar_up{part="${part}"} ${part === frozen ? 0 : 1}`);
      expect(text).not.toContain('sync_pembayaran_workers');
      await eventuallyUp();
    }
  });

  it('tells a pool without a free connection from a database that is away', async () => {
    const busy = Array.from({ length: POOL_SIZE }, () => dataSource.createQueryRunner());
    await Promise.all(busy.map((runner) => runner.connect()));
    const { database } = await look();
    await Promise.all(busy.map((runner) => runner.release()));
    expect(database!.message).toMatch(/the database answers, but no connection to it is free/);
    await eventuallyUp();
  });

  it('names a Redis that is full, one that may only be read, and one that throws things away', async () => {
    const { client } = queue;
    const takes = new QueueTrouble(queue);
    const own = new QueueHealth(new HealthIndicatorService(), queue, takes);
    const says = async () => (await own.check())['queue'];
    await client.config('SET', 'maxmemory', '1');
    expect(await says()).toEqual({
      status: 'down',
      message: 'Antrean (Redis) menolak: memorinya penuh',
    });
    await client.config('SET', 'maxmemory', '0');
    expect(await says()).toEqual({ status: 'up' });
    await client.replicaof('127.0.0.1', '1');
    expect(await says()).toMatchObject({ message: 'Antrean (Redis) menolak: hanya boleh dibaca' });
    await client.replicaof('NO', 'ONE');
    await client.set('something', 'x'.repeat(1_000));
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    await client.config('SET', 'maxmemory', '1');
    await client.ping();
    await client.config('SET', 'maxmemory', '0');
    await client.config('SET', 'maxmemory-policy', 'noeviction');
    expect(await says()).toMatchObject({ message: expect.stringContaining('isinya dibuang') });
  });
});
