import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { env } from '../config/env';

const LOOK_EVERY_MS = 600_000;
const CHUNK = 5_000;

/** Forgets what was done long ago, oldest first, a chunk a call. */
@Injectable()
export class AuditRetention {
  private nextLook = 0;

  constructor(private readonly dataSource: DataSource) {}

  /** Looks for old entries every ten minutes, and while there are many takes some of them at each call. */
  async thinSome(days = env.AUDIT_RETENTION_DAYS): Promise<void> {
    if (days === 0 || performance.now() < this.nextLook) return;
    if ((await this.thin(days)) < CHUNK) this.nextLook = performance.now() + LOOK_EVERY_MS;
  }

  /** Ids rise with time, so the oldest stand first and nothing behind the first young one is read. */
  private async thin(days: number): Promise<number> {
    const oldest = await this.dataSource.query<{ id: string; isOld: number }[]>(
      `SELECT id, at < UTC_TIMESTAMP(3) - INTERVAL ? DAY AS isOld FROM audit_entry ORDER BY id LIMIT ?`,
      [days, CHUNK],
    );
    const firstKept = oldest.findIndex(({ isOld }) => Number(isOld) === 0);
    const old = firstKept === -1 ? oldest : oldest.slice(0, firstKept);
    if (old.length > 0)
      await this.dataSource.query('DELETE FROM audit_entry WHERE id <= ?', [old.at(-1)!.id]);
    return old.length;
  }
}
