import { ApiError } from './api-error';

type QueryValue = string | number | undefined | null;

export interface RequestOptions {
  query?: Record<string, QueryValue>;
  body?: unknown;
  signal?: AbortSignal;
  /** A 401 is an answer here, not the end of the session. */
  anonymous?: boolean;
}

interface SessionHandlers {
  expired: () => void;
  /** Who is signed in may do less than the page believes. */
  forbidden: () => void;
}

let session: SessionHandlers = { expired: () => {}, forbidden: () => {} };

export function setSessionHandlers(handlers: SessionHandlers): void {
  session = handlers;
}

async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(method, path, options);
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;

  const error = await ApiError.from(response);
  if (error.code === 'unauthenticated' && !options.anonymous) session.expired();
  if (error.code === 'forbidden') session.forbidden();
  throw error;
}

async function send(method: string, path: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  const body = ['POST', 'PUT', 'PATCH'].includes(method) ? JSON.stringify(options.body ?? {}) : undefined;
  if (body) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(withQuery(path, options.query), {
      method,
      headers,
      body,
      signal: options.signal,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw ApiError.network();
  }
}

export function withQuery(path: string, query: RequestOptions['query'] = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  return params.size > 0 ? `${path}?${params}` : path;
}

export const api = {
  get: <T>(path: string, options?: RequestOptions) => request<T>('GET', path, options),
  post: <T>(path: string, options?: RequestOptions) => request<T>('POST', path, options),
  put: <T>(path: string, options?: RequestOptions) => request<T>('PUT', path, options),
  patch: <T>(path: string, options?: RequestOptions) => request<T>('PATCH', path, options),
  delete: <T = void>(path: string, options?: RequestOptions) => request<T>('DELETE', path, options),
};
