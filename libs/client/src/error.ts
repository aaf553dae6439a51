/** The API refused: `code` says what for, `details` what of it matters; the message is Indonesian, for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>>,
  ) {
    super(message);
  }
}

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** What was answered; throws an ApiError where the API refused. */
export async function unwrap<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked;
  if (response.ok) return data as Data;
  const { code, message, details } = shapeOf(error);
  throw new ApiError(response.status, code, message ?? `HTTP ${response.status}`, details);
}

/** A proxy in between may answer something else. */
function shapeOf(error: unknown): { code: string; message?: string; details: Record<string, unknown> } {
  const { code, message, details } = (typeof error === 'object' && error !== null ? error : {}) as {
    code?: unknown;
    message?: unknown;
    details?: unknown;
  };
  return {
    code: typeof code === 'string' ? code : 'unknown',
    message: typeof message === 'string' ? message : undefined,
    details: typeof details === 'object' && details !== null ? (details as Record<string, unknown>) : {},
  };
}
