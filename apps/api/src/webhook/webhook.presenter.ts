import type {
  Bahasa,
  DeliveryDto,
  WebhookDto,
  WebhookOff,
  WebhookState,
  WebhookType,
} from '@bantubayar/shared';

import type { Channel } from './attempt';

/** What is needed of an endpoint to send to it. */
export interface TargetRow {
  channel: Channel;
  url: string;
  off: WebhookOff | null;
  secret: Buffer | null;
  former: Buffer | null;
}

/** An endpoint as it is kept, with what waits for it. */
export interface EndpointRow extends Omit<TargetRow, 'former'> {
  id: string;
  name: string;
  types: string;
  lang: Bahasa | null;
  failing_since: Date | null;
  former_until: Date | null;
  created_by: string;
  created_at: Date;
  pending: string;
  failed: string;
}

export function webhookOf({
  id,
  url,
  name,
  types,
  off,
  failing_since,
  former_until,
  ...row
}: EndpointRow): WebhookDto {
  const isRotated = former_until !== null && former_until.getTime() > Date.now();
  return {
    ...{ id: String(id), url, name, types: types.split(',') as WebhookType[], off },
    failingSince: failing_since?.toISOString() ?? null,
    formerSecretUntil: isRotated ? former_until.toISOString() : null,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    pending: Number(row.pending),
    failed: Number(row.failed),
  };
}

/** A delivery as it is kept. */
export interface DeliveryRow {
  id: string;
  message_id: string;
  type: DeliveryDto['type'];
  body: string;
  created_at: Date;
  state: WebhookState;
  attempts: number;
  next_at: Date | null;
  last_at: Date | null;
  http_status: number | null;
  duration_ms: number | null;
  message: string | null;
  answer: string | null;
}

export function deliveryOf({
  id,
  type,
  body,
  state,
  attempts,
  message,
  answer,
  ...row
}: DeliveryRow): DeliveryDto {
  return {
    ...{ id: String(id), messageId: row.message_id, type, state, attempts: Number(attempts) },
    createdAt: row.created_at.toISOString(),
    lastAt: row.last_at?.toISOString() ?? null,
    nextAt: row.next_at?.toISOString() ?? null,
    httpStatus: row.http_status,
    durationMs: row.duration_ms,
    ...{ message, answer, body },
  };
}
