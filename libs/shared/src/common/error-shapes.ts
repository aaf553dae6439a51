import type { RunStatus } from '../sync-pembayaran/sync-run-status';
import type { Id, Whole } from './scalars';

/** Nothing more is to be told. */
export type NoDetails = Record<string, never>;

/** What is wrong with a request. */
export type InvalidFields = {
  /**
   * What is wrong, in English, by the name of the field, header or parameter; `body` is the body as a whole.
   * @example {"limit": ["limit must not be greater than 500"]}
   */
  fields: Record<string, string[]>;
};

/** When another try makes sense. */
export type Retry = {
  /** The same number stands in Retry-After. @example 42 */
  retryAfterSeconds: Whole;
};

/** How the run stands that was named. */
export type RunState = {
  /** The run. @example "12" */
  id: Id;
  /** Its state. */
  status: RunStatus;
};
