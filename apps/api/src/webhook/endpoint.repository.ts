import type { Bahasa, WebhookOff } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '../database/transaction';
import type { Channel } from './attempt';
import type { EndpointRow, TargetRow } from './webhook.presenter';

const FORMER_HOURS = 24;
const OFF_AFTER_DAYS = 5;

/** What is written of an endpoint. */
export interface NewEndpoint {
  /** Where it is: a web address, or that of somebody's e-mails. */
  url: string;
  name: string;
  types: readonly string[];
  lang?: Bahasa;
}

/** A new one of a channel, by whom, with its secret as it is kept. */
export interface Made {
  channel: Channel;
  by: string;
  /** As many as there may be. */
  max: number;
  secret?: Buffer;
}

/** What is needed to send to an endpoint; secrets as they are kept, the present one first. */
export interface Target {
  channel: Channel;
  url: string;
  off: WebhookOff | null;
  secrets: Buffer[];
}

/** Endpoints: of webhooks, and whoever is written e-mails. */
@Injectable()
export class EndpointRepository {
  constructor(private readonly dataSource: DataSource) {}

  list(channel: Channel): Promise<EndpointRow[]> {
    return this.rows('channel = ?', channel);
  }

  async find(channel: Channel, id: string): Promise<EndpointRow | null> {
    const [row] = await this.rows('channel = ? AND endpoint.id = ?', channel, id);
    return row ?? null;
  }

  /** Answers its id; null where there are as many as there may be. */
  create({ url, name, types, lang }: NewEndpoint, made: Made): Promise<string | null> {
    return inTransaction(this.dataSource, async (tx) => {
      const { channel, secret = null, by, max } = made;
      const there = await tx.query<object[]>('SELECT id FROM webhook_endpoint WHERE channel = ? FOR UPDATE', [
        channel,
      ]);
      if (there.length >= max) return null;
      const { insertId } = await tx.query<{ insertId: number | string }>(
        `INSERT INTO webhook_endpoint (channel, url, name, types, lang, secret, created_by, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3))`,
        [channel, url, name, types.join(), lang ?? null, secret, by],
      );
      return String(insertId);
    });
  }

  async update(id: string, { url, name, types, lang }: Partial<NewEndpoint>): Promise<void> {
    await this.dataSource.query(
      `UPDATE webhook_endpoint SET url = COALESCE(?, url), name = COALESCE(?, name),
         types = COALESCE(?, types), lang = COALESCE(?, lang) WHERE id = ?`,
      [url ?? null, name ?? null, types?.join() ?? null, lang ?? null, id],
    );
  }

  /** Its new secret signs from now on, the former one beside it for a day. */
  async rotate(id: string, secret: Buffer): Promise<void> {
    await this.dataSource.query(
      `UPDATE webhook_endpoint SET former_secret = secret, secret = ?,
         former_until = UTC_TIMESTAMP(3) + INTERVAL ${FORMER_HOURS} HOUR WHERE id = ?`,
      [secret, id],
    );
  }

  async remove(id: string): Promise<void> {
    await this.dataSource.query('DELETE FROM webhook_endpoint WHERE id = ?', [id]);
  }

  async switchOn(id: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE webhook_endpoint SET off_reason = NULL, failing_since = NULL WHERE id = ?',
      [id],
    );
  }

  /** What still waits for it is given up; it can be sent again. */
  switchOff(id: string, why: WebhookOff): Promise<void> {
    return inTransaction(this.dataSource, async (tx) => {
      await tx.query('UPDATE webhook_endpoint SET off_reason = ? WHERE id = ? AND off_reason IS NULL', [
        why,
        id,
      ]);
      await tx.query(
        `UPDATE webhook_delivery SET state = 'failed', next_at = NULL WHERE endpoint_id = ? AND state = 'pending'`,
        [id],
      );
    });
  }

  async targetOf(id: string): Promise<Target | null> {
    const [row] = await this.dataSource.query<TargetRow[]>(
      `SELECT channel, url, off_reason AS off, secret, IF(former_until > UTC_TIMESTAMP(3), former_secret, NULL) AS former
       FROM webhook_endpoint WHERE id = ?`,
      [id],
    );
    if (!row) return null;
    const { secret, former, ...target } = row;
    return { ...target, secrets: [secret, former].filter((each) => each !== null) };
  }

  async noteTaken(id: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE webhook_endpoint SET failing_since = NULL WHERE id = ? AND failing_since IS NOT NULL',
      [id],
    );
  }

  /** Answers whether it has failed for so long that it is switched off. */
  async noteFailed(id: string): Promise<boolean> {
    await this.dataSource.query(
      'UPDATE webhook_endpoint SET failing_since = UTC_TIMESTAMP(3) WHERE id = ? AND failing_since IS NULL',
      [id],
    );
    const tooLong = await this.dataSource.query<object[]>(
      `SELECT id FROM webhook_endpoint
       WHERE id = ? AND failing_since < UTC_TIMESTAMP(3) - INTERVAL ${OFF_AFTER_DAYS} DAY`,
      [id],
    );
    return tooLong.length > 0;
  }

  private rows(where: string, ...params: unknown[]): Promise<EndpointRow[]> {
    return this.dataSource.query<EndpointRow[]>(
      `SELECT endpoint.*, endpoint.off_reason AS off, ${count('pending')} AS pending, ${count('failed')} AS failed
       FROM webhook_endpoint AS endpoint WHERE ${where} ORDER BY endpoint.id`,
      params,
    );
  }
}

const count = (state: string) =>
  `(SELECT COUNT(*) FROM webhook_delivery WHERE endpoint_id = endpoint.id AND state = '${state}')`;
