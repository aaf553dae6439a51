/** What an endpoint can be told of. */
export const WEBHOOK_TYPES = [
  'run.started',
  'run.paused',
  'run.resumed',
  'run.completed',
  'run.partial',
  'run.cancelled',
  'run.failed',
  'review.opened',
  'perubahan.available',
] as const;
/** What an endpoint can be told of. @example "run.completed" */
export type WebhookType = (typeof WEBHOOK_TYPES)[number];

/** What a test sends, to whoever. */
export const WEBHOOK_TEST = 'webhook.test';

/** Why an endpoint is off: somebody switched it off, it answered 410, or it has failed for five days. */
export type WebhookOff = 'manual' | 'gone' | 'failing';

export const WEBHOOK_STATES = ['pending', 'delivered', 'failed'] as const;
/** How a delivery stands: it is still tried, it was taken, or it was given up. @example "delivered" */
export type WebhookState = (typeof WEBHOOK_STATES)[number];

export const WEBHOOKS_MAX = 20;
export const WEBHOOK_URL_MAX_LENGTH = 2000;
