import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const ALIVE_SECONDS = 6;
const FORGOTTEN_AFTER_HOURS = 24;

/** Which worker processes are alive: each says so every few seconds. Times are the database's. */
@Injectable()
export class WorkerRegistry {
  private readonly id = randomUUID();

  constructor(private readonly dataSource: DataSource) {}

  async sayAlive(): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO sync_worker (id, hostname, pid, started_at, last_seen_at)
       VALUES (?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))
       ON DUPLICATE KEY UPDATE last_seen_at = UTC_TIMESTAMP(3)`,
      [this.id, hostname(), process.pid],
    );
  }

  async sayGoodbye(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM sync_worker WHERE id = ? OR last_seen_at < UTC_TIMESTAMP(3) - INTERVAL ? HOUR`,
      [this.id, FORGOTTEN_AFTER_HOURS],
    );
  }

  /** How many are alive, and the database's time. */
  async look(): Promise<{ alive: number; now: Date }> {
    const [row] = await this.dataSource.query<{ alive: string; now: Date }[]>(
      `SELECT COUNT(*) AS alive, UTC_TIMESTAMP(3) AS now
       FROM sync_worker WHERE last_seen_at > UTC_TIMESTAMP(3) - INTERVAL ? SECOND`,
      [ALIVE_SECONDS],
    );
    return { alive: Number(row!.alive), now: row!.now };
  }
}
