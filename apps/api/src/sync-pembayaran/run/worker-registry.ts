import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const ALIVE_SECONDS = 6;
const FORGOTTEN_AFTER_HOURS = 24;

/** How fast workers ask the payment service. */
export interface Pace {
  /** Requests at once. */
  atOnce: number;
  latencyMs: number;
}

export interface Workers {
  alive: number;
  /** null while none of them asks anything. */
  pace: Pace | null;
  now: Date;
}

export interface WorkersRow {
  alive: string;
  now: Date;
  atOnce: string | null;
  latencyMs: string | null;
}

/** One row that tells of them. */
export const LIVE_WORKERS = `
  SELECT COUNT(*) AS alive, UTC_TIMESTAMP(3) AS now, SUM(at_once) AS atOnce,
    SUM(at_once * latency_ms) / SUM(at_once) AS latencyMs
  FROM sync_worker WHERE last_seen_at > UTC_TIMESTAMP(3) - INTERVAL ${ALIVE_SECONDS} SECOND`;

/** Which worker processes are alive: each says so every few seconds. Times are the database's. */
@Injectable()
export class WorkerRegistry {
  private readonly id = randomUUID();

  constructor(private readonly dataSource: DataSource) {}

  async sayAlive(pace: Pace | null): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO sync_worker (id, hostname, pid, started_at, last_seen_at, at_once, latency_ms)
       VALUES (?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), ?, ?)
       ON DUPLICATE KEY UPDATE
         last_seen_at = UTC_TIMESTAMP(3), at_once = VALUES(at_once), latency_ms = VALUES(latency_ms)`,
      [this.id, hostname(), process.pid, pace?.atOnce ?? null, pace?.latencyMs ?? null],
    );
  }

  async sayGoodbye(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM sync_worker WHERE id = ? OR last_seen_at < UTC_TIMESTAMP(3) - INTERVAL ? HOUR`,
      [this.id, FORGOTTEN_AFTER_HOURS],
    );
  }

  /** How many are alive, how fast they ask together, and the database's time. */
  async look(): Promise<Workers> {
    const [row] = await this.dataSource.query<WorkersRow[]>(LIVE_WORKERS);
    return workersOf(row!);
  }
}

export function workersOf({ alive, now, atOnce, latencyMs }: WorkersRow): Workers {
  const pace = atOnce === null ? null : { atOnce: Number(atOnce), latencyMs: Math.round(Number(latencyMs)) };
  return { alive: Number(alive), now, pace };
}
