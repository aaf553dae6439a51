import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** A built process of the product under test; what it printed is shown when it does not come up. */
export class TestProcess {
  private constructor(
    readonly child: ChildProcess,
    private readonly output: string[],
  ) {}

  static start(entry: string, env: Record<string, string>): TestProcess {
    const child = spawn(process.execPath, [resolve(ROOT, entry)], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream!.setEncoding('utf8').on('data', (text: string) => output.push(text));
    }
    return new TestProcess(child, output);
  }

  /** What it has printed until now. */
  get said(): string {
    return this.output.join('');
  }

  /** The address that it says it listens on. */
  async ready(): Promise<string> {
    return new Promise((resolveUrl, reject) => {
      this.child.on('message', (message: { type?: string; url?: string }) => {
        if (message.type === 'ready') resolveUrl(message.url!);
      });
      this.child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${this.said}`)));
    });
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill(signal);
    await exited;
  }
}
