import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { ApiClient } from './client';
import { eventually } from './eventually';
import { TestProcess } from './process';
import { freshServers } from './servers';

export const ADMIN = { email: 'admin@sekolah.test', password: 'kata-sandi-uji' };

/** Whoever comes as this user finds the database's clock moved. */
const AHEAD = 'ahead';

interface StackOptions {
  students: number;
  latencyMs?: number;
  workers?: number;
  /** What the simulator wants as bearer token; the product has none unless its `env` says so. */
  simulatorToken?: string;
  env?: Record<string, string>;
  /** Done with the empty database before anything else uses it. */
  prepare?: (databaseUrl: string) => Promise<void>;
}

/** The whole product on real servers, with the simulator as its payment service. */
export class Stack {
  readonly workers: TestProcess[] = [];
  api!: TestProcess;
  client!: ApiClient;
  url!: string;

  private readonly root: URL;

  private constructor(
    private readonly env: Record<string, string>,
    private readonly simulator: TestProcess,
    private readonly simulatorUrl: string,
  ) {
    this.root = new URL(env['DATABASE_URL']!);
  }

  static async start(name: string, options: StackOptions): Promise<Stack> {
    const simulator = TestProcess.start('apps/simulator/dist/main.js', {
      SIMULATOR_STUDENTS: String(options.students),
      SIMULATOR_LATENCY_MS: String(options.latencyMs ?? 5),
      SIMULATOR_TOKEN: options.simulatorToken ?? '',
    });
    const [servers, simulatorUrl] = await Promise.all([freshServers(name), simulator.ready()]);
    const env = {
      ...servers,
      PORT: '0',
      PAYMENT_API_URL: simulatorUrl,
      DEMO_DATA: 'true',
      SECRETS_KEY: randomBytes(32).toString('base64'),
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      LOG_LEVEL: 'warn',
      ...options.env,
    };
    await options.prepare?.(env.DATABASE_URL);
    const stack = new Stack(env, simulator, simulatorUrl);
    await stack.startApi();
    for (let n = 0; n < (options.workers ?? 1); n++) stack.startWorker();
    await stack.workersAlive(options.workers ?? 1);
    return stack;
  }

  async startApi(): Promise<void> {
    this.api = TestProcess.start('apps/api/dist/main.js', this.env);
    this.url = await this.api.ready();
    this.env['PORT'] = new URL(this.url).port;
    this.client = new ApiClient(this.url);
    await this.client.login(ADMIN.email, ADMIN.password);
  }

  startWorker(): TestProcess {
    const worker = TestProcess.start('apps/api/dist/worker.js', this.env);
    this.workers.push(worker);
    return worker;
  }

  async workersAlive(count: number): Promise<void> {
    await eventually(async () => ((await this.client.progress()).activeWorkers === count ? true : null));
  }

  /** Sets the simulator's faults; `{}` ends them. */
  async faults(faults: object): Promise<void> {
    const response = await fetch(`${this.simulatorUrl}/_faults`, {
      method: 'PUT',
      body: JSON.stringify(faults),
    });
    if (!response.ok) throw new Error(await response.text());
  }

  async stats(): Promise<{
    requests: number;
    mostAtOnce: number;
    byStatus: Record<string, number>;
    bySecond: Record<string, number>;
    byStudent: Record<string, number>;
  }> {
    return (await fetch(`${this.simulatorUrl}/_stats?students=1`)).json() as never;
  }

  async resetStats(): Promise<void> {
    await fetch(`${this.simulatorUrl}/_stats`, { method: 'DELETE' });
  }

  /** Rows of the product's database. */
  async query<T>(sql: string, params: unknown[] = []): Promise<T[]> {
    const connection = await createConnection({ uri: this.databaseUrl, supportBigNumbers: true });
    try {
      const [rows] = await connection.query(sql, params);
      return rows as T[];
    } finally {
      await connection.end();
    }
  }

  /**
   * Stops the workers and starts the API anew with the database's clock so many days ahead: for it the server sets the time
   * of each connection of a user of its own.
   */
  async moveClock(days: number): Promise<void> {
    await Promise.all([this.api, ...this.workers].map((each) => each.end()));
    const url = new URL(this.databaseUrl);
    const ahead = `'${AHEAD}'@'%'`;
    if (url.username !== AHEAD) {
      await this.query(`CREATE USER IF NOT EXISTS ${ahead} IDENTIFIED BY '${AHEAD}'`);
      await this.query(`GRANT ALL ON \`${url.pathname.slice(1)}\`.* TO ${ahead}`);
    }
    const clock = `SET timestamp = UNIX_TIMESTAMP(SYSDATE(3)) + ${days * 86_400}`;
    const { username, password } = this.root;
    this.env['DATABASE_URL'] = Object.assign(url, { username, password }).href;
    await this.query('SET GLOBAL init_connect = ?', [clock]);
    this.env['DATABASE_URL'] = Object.assign(url, { username: AHEAD, password: AHEAD }).href;
    await this.startApi();
  }

  get databaseUrl(): string {
    return this.env['DATABASE_URL']!;
  }

  get redisUrl(): string {
    return this.env['REDIS_URL']!;
  }

  async stop(): Promise<void> {
    await Promise.all([this.api, ...this.workers, this.simulator].map((each) => each.end()));
  }
}
