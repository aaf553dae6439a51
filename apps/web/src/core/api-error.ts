import type { ApiErrorDto, ErrorCode } from '@bantubayar/shared';

/** What the API refused, or `network` when no answer came. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: ErrorCode | 'network',
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }

  static network(): ApiError {
    return new ApiError(0, 'network', 'network');
  }

  /** A proxy in between may answer with something that is no error object of the API. */
  static async from(response: Response): Promise<ApiError> {
    const body = (await response.json().catch(() => null)) as Partial<ApiErrorDto> | null;
    return new ApiError(
      response.status,
      body?.code ?? (response.status >= 502 ? 'service_unavailable' : 'internal_error'),
      body?.message ?? '',
      body?.details,
    );
  }
}

/** Whether what an address names is not there, or is no name at all. */
export function isNotFound(error: unknown): boolean {
  return isApiError(error) && [400, 404].includes(error.status);
}

export function isApiError(error: unknown, code?: ApiError['code']): error is ApiError {
  return error instanceof ApiError && (code === undefined || error.code === code);
}
