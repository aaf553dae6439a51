import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import Bull, { type Queue } from 'bull';
import { env } from '../src/config/env';
import { PopInTurn } from '../src/sync-pembayaran/queue/pop-in-turn';
import type { SiswaJob } from '../src/sync-pembayaran/run/sync.queues';

const HANDS = 20;
const JOBS = 5;
/** Who is told to stop need not wait as long as one hand waits for a job, which is Bull's 5 s. */
const ONE_WAIT_MS = 3_000;

/** A cable to Redis that can be pulled out: nobody hears that it was. */
class Cable {
  private readonly sockets: Socket[] = [];
  private readonly server: Server;

  constructor(to: URL) {
    this.server = createServer((there) => {
      const here = connect(Number(to.port), to.hostname);
      this.sockets.push(there, here);
      there.pipe(here).pipe(there);
      for (const socket of [there, here]) socket.on('error', () => socket.destroy());
    });
  }

  async through(): Promise<number> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  pull(): void {
    for (const socket of this.sockets) socket.unpipe().pause();
  }

  remove(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}

describe('a worker that is cut off while it waits for jobs', () => {
  const prefix = `test-pop-${process.pid}`;
  const redis = new URL(env.REDIS_URL);
  const cable = new Cable(redis);
  let worker: Queue<SiswaJob>;
  let others: Queue<SiswaJob>;

  beforeAll(async () => {
    const port = String(await cable.through());
    const url = Object.assign(new URL(redis), { hostname: '127.0.0.1', port }).href;
    worker = new Bull<SiswaJob>('pop', url, { prefix });
    others = new Bull<SiswaJob>('pop', env.REDIS_URL, { prefix });
    for (const queue of [worker, others]) queue.on('error', () => undefined);
    new PopInTurn(worker);
  });
  afterAll(async () => {
    await others.obliterate({ force: true });
    cable.remove();
    await Promise.all([worker.close(true), others.close()]);
  });

  it('takes one of them with it, and not one for each of its hands', async () => {
    const taken: string[] = [];
    void worker.process(HANDS, (job) => Promise.resolve(void taken.push(job.data.idperson)));
    await worker.add({ runId: '1', idperson: '0' });
    await until(async () => taken.length > 0 && (await waits(others)));
    cable.pull();
    await others.addBulk(
      Array.from({ length: JOBS }, (_, n) => ({ data: { runId: '1', idperson: String(n + 1) } })),
    );
    const { active, waiting } = await others.getJobCounts();
    expect({ active, waiting }).toEqual({ active: 1, waiting: JOBS - 1 });
    expect(taken).toEqual(['0']);
  });
});

describe('a worker that is told to stop while it waits for jobs', () => {
  const queue = untilTheEnd('stop');

  it('does not wait once for each of its hands, and goes on when it may', async () => {
    new PopInTurn(queue);
    const taken: string[] = [];
    void queue.process(HANDS, (job) => Promise.resolve(void taken.push(job.data.idperson)));
    await until(() => waits(queue));
    const told = performance.now();
    await queue.pause(true);
    expect(performance.now() - told).toBeLessThan(ONE_WAIT_MS);
    await queue.add({ runId: '1', idperson: '1' });
    expect(taken).toEqual([]);
    await queue.resume(true);
    await until(async () => taken.length > 0);
  });
});

describe('a worker whose hands are all free when many jobs come', () => {
  const queue = untilTheEnd('many');

  it('has waited once in Redis when each hand has its job, and the next one is waited for', async () => {
    const { bclient } = queue as unknown as { bclient: { brpoplpush: () => unknown } };
    const waitsInRedis = jest.spyOn(bclient, 'brpoplpush');
    new PopInTurn(queue);
    const working = new Map<string, () => void>();
    void queue.process(HANDS, ({ data }) => new Promise<void>((done) => working.set(data.idperson, done)));
    await until(() => waits(queue));
    await add(1, HANDS);
    await until(async () => working.size === HANDS);
    expect(waitsInRedis).toHaveBeenCalledTimes(1);
    for (const done of working.values()) done();
    await until(() => waits(queue));
    await add(HANDS + 1, HANDS + 1);
    await until(async () => working.size === HANDS + 1);
    working.get(String(HANDS + 1))!();
  });

  async function add(from: number, to: number): Promise<void> {
    const idpersons = Array.from({ length: to - from + 1 }, (_, n) => String(from + n));
    await queue.addBulk(idpersons.map((idperson) => ({ data: { runId: '1', idperson } })));
  }
});

/** A queue that goes away after the tests of its `describe`. */
function untilTheEnd(name: string): Queue<SiswaJob> {
  const queue = new Bull<SiswaJob>(name, env.REDIS_URL, { prefix: `test-pop-${process.pid}` });
  queue.on('error', () => undefined);
  afterAll(async () => {
    await queue.obliterate({ force: true });
    await queue.close();
  });
  return queue;
}

/** Whether somebody waits in Redis for a job. */
async function waits(queue: Queue): Promise<boolean> {
  const list = (await queue.client.client('LIST')) as string;
  return list.split('\n').some((line) => / cmd=brpoplpush/.test(line) && / flags=b/.test(line));
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((wait) => setTimeout(wait, 20));
}
