import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import Bull, { type Queue } from 'bull';
import { env } from '../src/config/env';
import { PopInTurn } from '../src/sync-pembayaran/queue/pop-in-turn';
import type { SiswaJob } from '../src/sync-pembayaran/run/sync.queues';

const HANDS = 20;
const JOBS = 5;

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
    while (taken.length < 1 || (await blocked()) < 1) await new Promise((wait) => setTimeout(wait, 20));
    cable.pull();
    await others.addBulk(
      Array.from({ length: JOBS }, (_, n) => ({ data: { runId: '1', idperson: String(n + 1) } })),
    );
    const { active, waiting } = await others.getJobCounts();
    expect({ active, waiting }).toEqual({ active: 1, waiting: JOBS - 1 });
    expect(taken).toEqual(['0']);
  });

  /** Who waits for something in Redis. */
  async function blocked(): Promise<number> {
    const list = (await others.client.client('LIST')) as string;
    return list.split('\n').filter((line) => / cmd=brpoplpush/.test(line) && / flags=b/.test(line)).length;
  }
});
