import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface KeyOwner {
  principal: string;
  key: string;
}

export interface StoredAnswer {
  requestHash: Buffer;
  /** null while the first request is still being worked on. */
  statusCode: number | null;
  body: unknown;
}

const KEPT_HOURS = 24;
/** A request that has no answer by now died with its process. */
const ABANDONED_SECONDS = 60;

/** Which keys were used, and what was answered. */
@Injectable()
export class IdempotencyRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** null: the key is now the caller's to work on. Else what was answered to the first request. */
  async claim({ principal, key }: KeyOwner, requestHash: Buffer): Promise<StoredAnswer | null> {
    await this.dataSource.query(
      `DELETE FROM idempotency_key WHERE created_at < UTC_TIMESTAMP(3) - INTERVAL ${KEPT_HOURS} HOUR
         OR (status_code IS NULL AND created_at < UTC_TIMESTAMP(3) - INTERVAL ${ABANDONED_SECONDS} SECOND)`,
    );
    const { affectedRows } = await this.dataSource.query<{ affectedRows: number }>(
      `INSERT IGNORE INTO idempotency_key (principal, idempotency_key, request_hash, created_at)
       VALUES (?, ?, ?, UTC_TIMESTAMP(3))`,
      [principal, key, requestHash],
    );
    return affectedRows === 1 ? null : this.find({ principal, key });
  }

  async keep({ principal, key }: KeyOwner, answer: { statusCode: number; body: unknown }): Promise<void> {
    await this.dataSource.query(
      'UPDATE idempotency_key SET status_code = ?, body = ? WHERE principal = ? AND idempotency_key = ?',
      [answer.statusCode, JSON.stringify(answer.body), principal, key],
    );
  }

  async release({ principal, key }: KeyOwner): Promise<void> {
    await this.dataSource.query('DELETE FROM idempotency_key WHERE principal = ? AND idempotency_key = ?', [
      principal,
      key,
    ]);
  }

  private async find({ principal, key }: KeyOwner): Promise<StoredAnswer | null> {
    const [row] = await this.dataSource.query<
      { request_hash: Buffer; status_code: number | null; body: string }[]
    >(
      'SELECT request_hash, status_code, body FROM idempotency_key WHERE principal = ? AND idempotency_key = ?',
      [principal, key],
    );
    return (
      (row && {
        requestHash: row.request_hash,
        statusCode: row.status_code,
        body: row.body && JSON.parse(row.body),
      }) ??
      null
    );
  }
}
