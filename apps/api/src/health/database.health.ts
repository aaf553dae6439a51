import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import { type Connection, createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { readDatabaseUrl } from '../config/addresses';
import { env } from '../config/env';
import { RefusalNotice } from '../sync-pembayaran/run/refusal-notice';
import { Inquiry } from './inquiry';

const PATIENCE_MS = 1_000;
/** A connection that stays silent for so long is given up for a new one. */
const GIVEN_UP_AFTER_MS = 5_000;
const NO_CHANGE = 'UPDATE sync_worker SET pid = pid WHERE FALSE';

/**
 * Whether the database answers and takes writes, asked on a connection of its own, and whether the pool has one left for a request: two
 * troubles with different cures.
 */
@Injectable()
export class DatabaseHealth implements OnApplicationShutdown {
  private connection: Connection | null = null;
  private readonly server = new Inquiry(() => this.ping());
  private readonly pool = new Inquiry(() => this.borrow());

  constructor(
    private readonly indicator: HealthIndicatorService,
    private readonly dataSource: DataSource,
    private readonly notice: RefusalNotice,
  ) {}

  async check() {
    const database = this.indicator.check('database');
    const [server, pool, refusal] = await Promise.all([
      this.server.answer(PATIENCE_MS),
      this.pool.answer(PATIENCE_MS),
      this.notice.read(),
    ]);
    if (server.trouble) return database.down(`the database does not answer: ${server.trouble}`);
    if (pool.trouble)
      return database.down(`the database answers, but no connection to it is free: ${pool.trouble}`);
    if (refusal !== null) return database.down(`the database takes no writes: ${refusal}`);
    return database.up();
  }

  onApplicationShutdown(): void {
    this.connection?.destroy();
  }

  private async ping(): Promise<void> {
    try {
      this.connection ??= await this.connect();
      // Changes nothing, and is refused where nothing may be changed.
      await this.connection.query({ sql: NO_CHANGE, timeout: GIVEN_UP_AFTER_MS });
    } catch (error) {
      this.connection?.destroy();
      this.connection = null;
      throw error;
    }
  }

  private async connect(): Promise<Connection> {
    const address = readDatabaseUrl(env.DATABASE_URL);
    const connection = await createConnection({ ...address, connectTimeout: GIVEN_UP_AFTER_MS });
    // Told by the next question.
    connection.on('error', () => undefined);
    return connection;
  }

  private async borrow(): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
    } finally {
      await runner.release();
    }
  }
}
