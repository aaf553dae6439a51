import { randomUUID } from 'node:crypto';
import type { WebhookType } from '@bantubayar/shared';
import type { EntityManager } from 'typeorm';

/** Something that has happened: ids and counts, no names, no money. */
export interface WebhookEvent {
  type: WebhookType;
  data: Record<string, string | number | null>;
}

/** One that waits and was never sent says the same as another of its kind would. */
const SAYS_IT_ALL: readonly WebhookType[] = ['perubahan.available'];

/** Locked, so that it is not sent before what is told here is there to be seen. */
const UNLESS_ONE_WAITS = `AND endpoint.id NOT IN (
  SELECT waiting.endpoint_id FROM webhook_delivery AS waiting
  WHERE waiting.state = 'pending' AND waiting.attempts = 0 AND waiting.type = ? LOCK IN SHARE MODE)`;

/**
 * Writes what webhooks tell, in the transaction that does what they tell of: once for each endpoint that wants it. One that is
 * being switched off is waited for, so that nothing is left waiting for it.
 */
export async function tellWebhooks(manager: EntityManager, events: readonly WebhookEvent[]): Promise<void> {
  for (const { type, data } of events) {
    const once = SAYS_IT_ALL.includes(type);
    const body = JSON.stringify({ type, timestamp: new Date().toISOString(), data });
    await manager.query(
      `INSERT INTO webhook_delivery (endpoint_id, message_id, type, body, created_at, tried_from, next_at)
       SELECT endpoint.id, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
       FROM webhook_endpoint AS endpoint
       WHERE endpoint.off_reason IS NULL AND FIND_IN_SET(?, endpoint.types) > 0 ${once ? UNLESS_ONE_WAITS : ''}
       LOCK IN SHARE MODE`,
      [newMessageId(), type, body, type, ...(once ? [type] : [])],
    );
  }
}

/** The header `webhook-id`: receivers know by it what they have had already. */
export const newMessageId = () => `msg_${randomUUID().replaceAll('-', '')}`;
