import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:net';
import Redis from 'ioredis';
import { eventually } from './eventually';

const NAME = 'sekolah';
const PASSWORD = 'kata-sandi-uji';
const SENTINELS = 3;
const QUORUM = 2;
const DOWN_AFTER_MS = 1_000;

/** A Redis with a replica, and Sentinels who make that the leader when the first one dies. */
export class Sentinels {
  private readonly folder = mkdtempSync(join(tmpdir(), 'sentinels-'));
  private readonly servers = new Map<number, ChildProcess>();
  private readonly ports: number[] = [];

  static async start(): Promise<Sentinels> {
    const all = new Sentinels();
    const [leader, replica] = [await freePort(), await freePort()];
    const data = ['save ""', 'appendonly no', `requirepass ${PASSWORD}`, `masterauth ${PASSWORD}`];
    await all.serve(leader, data);
    await all.serve(replica, [...data, `replicaof 127.0.0.1 ${leader}`]);
    for (let n = 0; n < SENTINELS; n++) {
      const port = await freePort();
      all.ports.push(port);
      const watching = [
        `sentinel monitor ${NAME} 127.0.0.1 ${leader} ${QUORUM}`,
        `sentinel auth-pass ${NAME} ${PASSWORD}`,
        `sentinel down-after-milliseconds ${NAME} ${DOWN_AFTER_MS}`,
        `sentinel failover-timeout ${NAME} 5000`,
      ];
      await all.serve(port, watching, ['--sentinel']);
    }
    await all.settled();
    return all;
  }

  get url(): string {
    return `redis+sentinel://:${PASSWORD}@${this.ports.map((port) => `127.0.0.1:${port}`).join(',')}/${NAME}`;
  }

  /** Sends this signal to who leads; answers how to wake it where it only sleeps. */
  async strikeLeader(signal: 'SIGKILL' | 'SIGSTOP'): Promise<() => Promise<void>> {
    const server = this.servers.get(await this.leader())!;
    server.kill(signal);
    return async () => {
      server.kill('SIGCONT');
      await this.settled();
    };
  }

  /** The port of who leads, as the Sentinels say. */
  async leader(): Promise<number> {
    const [, port] = await this.ask<string[]>('get-master-addr-by-name', NAME);
    return Number(port);
  }

  stop(): void {
    for (const server of this.servers.values()) server.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Each Sentinel knows the replica and the other Sentinels: only then they can agree on a new leader. */
  private async settled(): Promise<void> {
    await eventually(async () => {
      const [replicas, others] = [
        await this.ask<object[]>('replicas', NAME),
        await this.ask<object[]>('sentinels', NAME),
      ];
      return replicas.length === 1 && others.length === SENTINELS - 1 ? true : null;
    }, 30_000);
  }

  private async ask<T>(...words: [string, ...string[]]): Promise<T> {
    const sentinel = new Redis(this.ports[0]!, '127.0.0.1');
    try {
      return (await sentinel.call('SENTINEL', ...words)) as T;
    } finally {
      sentinel.disconnect();
    }
  }

  private async serve(port: number, lines: string[], args: string[] = []): Promise<void> {
    const folder = join(this.folder, String(port));
    mkdirSync(folder);
    const file = join(folder, 'server.conf');
    writeFileSync(file, [`port ${port}`, 'bind 127.0.0.1', `dir ${folder}`, ...lines, ''].join('\n'));
    this.servers.set(
      port,
      spawn(process.env['REDIS_SERVER_PATH'] || 'redis-server', [file, ...args], { stdio: 'ignore' }),
    );
    const redis = new Redis(port, '127.0.0.1', { password: args.length > 0 ? undefined : PASSWORD });
    await redis.ping();
    redis.disconnect();
  }
}

/** Below those that the kernel gives to connections, and may give away before a server listens there. */
async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  const server = createServer();
  const isFree = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
  });
  server.close();
  return isFree ? port : freePort();
}
