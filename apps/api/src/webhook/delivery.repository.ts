import type { DeliveryDto, DeliveryQueryDto, ResendDto, WebhookState } from '@bantubayar/shared';
import { SURAT_TEST, WEBHOOK_TEST } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Attempt } from './attempt';
import { newMessageId } from './outbox';
import { deliveryOf, type DeliveryRow } from './webhook.presenter';

/** Longer than a try can take: what somebody has in hand nobody else takes, and comes back when that one dies. */
const LEASE_MARGIN_MS = 5_000;
const KEEP_DAYS = 30;
const CHUNK = 1_000;
const MAX_CHARS = 500;

export type TestType = typeof WEBHOOK_TEST | typeof SURAT_TEST;
const TESTS = `'${WEBHOOK_TEST}', '${SURAT_TEST}'`;

/** A delivery in hand. */
export interface Claimed {
  id: string;
  messageId: string;
  body: string;
  attempts: number;
  /** How long it has been tried. */
  triedForMs: number;
}

/** What is to be sent, and what came of it. */
@Injectable()
export class DeliveryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The endpoints that are on and to which something is due. */
  async dueEndpoints(): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT endpoint.id FROM webhook_endpoint AS endpoint WHERE endpoint.off_reason IS NULL AND EXISTS (
         SELECT 1 FROM webhook_delivery WHERE endpoint_id = endpoint.id AND ${DUE})`,
    );
    return rows.map(({ id }) => String(id));
  }

  /** Takes the endpoint's next delivery in hand; null where nothing is due, or somebody else took it. */
  async claimNext(endpointId: string, patienceMs: number): Promise<Claimed | null> {
    const [next] = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM webhook_delivery WHERE endpoint_id = ? AND ${DUE} ORDER BY next_at, id LIMIT 1`,
      [endpointId],
    );
    if (!next) return null;
    const { affectedRows } = await this.dataSource.query<{ affectedRows: number }>(
      `UPDATE webhook_delivery SET attempts = attempts + 1,
         next_at = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND WHERE id = ? AND ${DUE}`,
      [(patienceMs + LEASE_MARGIN_MS) * 1000, next.id],
    );
    return affectedRows === 1 ? this.inHand(String(next.id)) : null;
  }

  /** A test, which is in hand at once and tried once. */
  async addTest(endpointId: string, type: TestType, body: string): Promise<Claimed> {
    const { insertId } = await this.dataSource.query<{ insertId: number | string }>(
      `INSERT INTO webhook_delivery (endpoint_id, message_id, type, body, created_at, tried_from, state, attempts)
       VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), 'failed', 1)`,
      [endpointId, newMessageId(), type, body],
    );
    return this.inHand(String(insertId));
  }

  /** `againInMs`: when to try again; null: not any more. */
  async record(id: string, attempt: Attempt, againInMs: number | null): Promise<void> {
    const { httpStatus, durationMs, message, answer } = attempt;
    const state: WebhookState = message === null ? 'delivered' : againInMs === null ? 'failed' : 'pending';
    await this.dataSource.query(
      `UPDATE webhook_delivery SET state = ?, next_at = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND,
         last_at = UTC_TIMESTAMP(3), http_status = ?, duration_ms = ?, message = ?, answer = ?
       WHERE id = ?`,
      [
        ...[state, state === 'pending' ? againInMs! * 1000 : null, httpStatus, durationMs],
        ...[message?.slice(0, MAX_CHARS) ?? null, answer?.slice(0, MAX_CHARS) ?? null, id],
      ],
    );
  }

  /** It was not tried after all, and is due at once. */
  async handBack(id: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE webhook_delivery SET attempts = attempts - 1, next_at = UTC_TIMESTAMP(3) WHERE id = ? AND state = 'pending'`,
      [id],
    );
  }

  /** Answers how many are sent again, as if they had just happened. */
  async resend(endpointId: string, { deliveryId, failedSince }: ResendDto): Promise<number> {
    const [where, param] = deliveryId
      ? ['id = ?', deliveryId]
      : [`state = 'failed' AND type NOT IN (${TESTS}) AND created_at >= ?`, new Date(failedSince!)];
    const { affectedRows } = await this.dataSource.query<{ affectedRows: number }>(
      `UPDATE webhook_delivery SET state = 'pending', attempts = 0, tried_from = UTC_TIMESTAMP(3),
         next_at = UTC_TIMESTAMP(3) WHERE endpoint_id = ? AND ${where}`,
      [endpointId, param],
    );
    return affectedRows;
  }

  async find(endpointId: string, id: string): Promise<DeliveryDto | null> {
    const [row] = await this.dataSource.query<DeliveryRow[]>(
      'SELECT * FROM webhook_delivery WHERE endpoint_id = ? AND id = ?',
      [endpointId, id],
    );
    return row ? deliveryOf(row) : null;
  }

  /** Newest first, those with a smaller id than `before`. */
  async page(
    endpointId: string,
    { state, limit }: DeliveryQueryDto,
    before?: string,
  ): Promise<DeliveryDto[]> {
    const rows = await this.dataSource.query<DeliveryRow[]>(
      `SELECT * FROM webhook_delivery WHERE endpoint_id = ?
         ${state ? 'AND state = ?' : ''} ${before === undefined ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ?`,
      [endpointId, ...(state ? [state] : []), ...(before === undefined ? [] : [before]), limit],
    );
    return rows.map(deliveryOf);
  }

  /** Forgets what is old, a chunk a call. */
  async thin(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM webhook_delivery WHERE created_at < UTC_TIMESTAMP(3) - INTERVAL ${KEEP_DAYS} DAY LIMIT ${CHUNK}`,
    );
  }

  private async inHand(id: string): Promise<Claimed> {
    const [row] = await this.dataSource.query<(DeliveryRow & { tried_for_ms: string })[]>(
      `SELECT *, TIMESTAMPDIFF(MICROSECOND, tried_from, UTC_TIMESTAMP(3)) DIV 1000 AS tried_for_ms
       FROM webhook_delivery WHERE id = ?`,
      [id],
    );
    const { message_id: messageId, body, attempts, tried_for_ms } = row!;
    return { id, messageId, body, attempts, triedForMs: Number(tried_for_ms) };
  }
}

const DUE = `state = 'pending' AND next_at <= UTC_TIMESTAMP(3)`;
