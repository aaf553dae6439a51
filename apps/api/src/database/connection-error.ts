import { isLockConflict } from './transaction';

const RESET =
  /ECONNRESET|EPIPE|PROTOCOL_CONNECTION_LOST|Connection lost|Connection was killed|closed state|stream was destroyed/i;
/** The last is a Galera node's that has lost the others, or is not in step with them yet. */
const AWAY =
  /ECONNREFUSED|ETIMEDOUT|ENOTFOUND|PROTOCOL_|SERVER_SHUTDOWN|Server shutdown|ER_CON_COUNT|WSREP has not yet prepared/i;

/** Whether the connection broke while it was in use: the database may be away, or may have cut it for what was sent. */
export function isReset(error: unknown): boolean {
  return RESET.test(wordsOf(error));
}

/** Whether the database was away or went away, so that the same may succeed once it is back. */
export function isConnectionError(error: unknown): boolean {
  return isReset(error) || AWAY.test(wordsOf(error));
}

/** Whether the same may succeed in a while: the database was away, or another transaction came first. */
export function mayPass(error: unknown): boolean {
  return isConnectionError(error) || isLockConflict(error);
}

function wordsOf(error: unknown): string {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return `${code} ${message}`;
}
