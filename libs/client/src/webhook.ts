import { Webhook } from 'standardwebhooks';

/** How a run stood when it happened. */
export interface RunFigures {
  runId: string;
  status: string;
  /** Why it is paused; null where it is not. */
  pauseCode: string | null;
  total: number;
  processed: number;
  successCount: number;
  failed: number;
  skipped: number;
}

type RunEvent = `run.${'started' | 'paused' | 'resumed' | 'completed' | 'partial' | 'cancelled' | 'failed'}`;

/** What a webhook tells; `timestamp` is when it happened, ISO 8601 in UTC. */
export type WebhookEvent = { timestamp: string } & (
  | { type: RunEvent; data: RunFigures }
  | { type: 'review.opened'; data: { runId: string; siswa: number } }
  | { type: 'perubahan.available' | 'webhook.test'; data: Record<string, never> }
);

/**
 * What a request to your endpoint tells, once its signature was checked; throws where it is not from Bantubayar, was changed on
 * its way, or is older than five minutes. `body` is the request's body to the letter, `secret` begins with `whsec_`.
 */
export function verifyWebhook(
  body: string,
  headers: Record<string, string | string[] | undefined>,
  secret: string,
): WebhookEvent {
  const single = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return new Webhook(secret).verify(body, Object.fromEntries(single)) as WebhookEvent;
}
