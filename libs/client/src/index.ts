export { type Api, createClient, type Options, type Schemas } from './api';
export { type Change, type ChangesPage, iterate, type IterateOptions } from './changes';
export { ApiError, unwrap } from './error';
export { type Run, waitForRun } from './runs';
export { type RunFigures, verifyWebhook, type WebhookEvent } from './webhook';
