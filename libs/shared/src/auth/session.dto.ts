import type { Count, Id, Timestamp } from '../common/scalars';

/** A browser in which the person is signed in. */
export class SessionDto {
  /** The session's id; it opens nothing. */
  id!: Id;
  /** Whether it is the one that asks. @example true */
  current!: boolean;
  /** What the browser called itself when it signed in; null where it said nothing. @example "Mozilla/5.0 (Linux; Android 15) Chrome/142.0" */
  userAgent!: string | null;
  /** The address that it signed in from; null where that was not noted. @example "192.0.2.7" */
  address!: string | null;
  /** When it signed in. */
  createdAt!: Timestamp;
  /** When it was last used, to a minute. */
  lastSeenAt!: Timestamp;
}

/** How many sessions were ended. */
export class EndedSessionsDto {
  /** Of the person, without the one that asks. @example 2 */
  ended!: Count;
}
