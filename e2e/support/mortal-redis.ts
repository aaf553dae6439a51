import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Redis from 'ioredis';
import { eventually } from './eventually';

/** A Redis of a test's own, which may be killed and comes back with what it had written. */
export class MortalRedis {
  private readonly folder = mkdtempSync(join(tmpdir(), 'bantubayar-test-redis-'));
  private server: ChildProcess | null = null;

  private constructor(private readonly port: number) {}

  static async start(): Promise<MortalRedis> {
    const redis = new MortalRedis(await freePort());
    await redis.serve();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** It is there again when this is done. */
  async die(): Promise<void> {
    await this.kill();
    await this.serve();
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async kill(): Promise<void> {
    const exited = once(this.server!, 'exit');
    this.server!.kill('SIGKILL');
    await exited;
  }

  private async serve(): Promise<void> {
    const place = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder];
    const args = [...place, '--appendonly', 'yes', '--maxmemory-policy', 'noeviction'];
    this.server = spawn(process.env['REDIS_SERVER_PATH']!, args, { stdio: 'ignore' });
    await eventually(async () => ((await this.answers()) ? true : null));
  }

  private async answers(): Promise<boolean> {
    const redis = new Redis(this.port, '127.0.0.1', { retryStrategy: () => null });
    redis.on('error', () => undefined);
    try {
      return (await redis.ping()) === 'PONG';
    } catch {
      return false;
    } finally {
      redis.disconnect();
    }
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
