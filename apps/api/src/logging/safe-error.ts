const DEEPEST_CAUSE = 3;

interface Told {
  type?: string;
  message: string;
  code?: unknown;
  errno?: unknown;
  sqlState?: unknown;
  stack?: string;
  cause?: Told;
}

/**
 * What the log tells of an error. Whatever else an error carries stays out: a failed query has its values, a refused
 * command its password.
 */
export function safeError(error: unknown, depth = 0): Told {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  const { name, message, code, errno, sqlState, stack, cause } = error as Error & Record<string, unknown>;
  return {
    type: name,
    message: String(message),
    ...(code !== undefined && { code }),
    ...(errno !== undefined && { errno }),
    ...(sqlState !== undefined && { sqlState }),
    stack,
    ...(cause !== undefined && depth < DEEPEST_CAUSE && { cause: safeError(cause, depth + 1) }),
  };
}
