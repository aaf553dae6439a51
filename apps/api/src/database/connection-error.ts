const CONNECTION_ERROR =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|PROTOCOL_|SERVER_SHUTDOWN|Server shutdown|ER_CON_COUNT|closed state|Connection lost|Connection was killed|stream was destroyed/i;

/** Whether the database was away or went away, so that the same may succeed once it is back. */
export function isConnectionError(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return CONNECTION_ERROR.test(`${code} ${message}`);
}
