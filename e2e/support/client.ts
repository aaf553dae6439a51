import type { SyncProgressDto } from '@bantubayar/shared';
import { expectAsDocumented } from './contract';
import { eventually } from './eventually';

export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

/** Speaks to the API as an integrator or a page would; every answer must be as the OpenAPI document says. */
export class ApiClient {
  private readonly headers: Record<string, string> = { Accept: 'application/json' };

  constructor(readonly url: string) {}

  async login(email: string, password: string): Promise<Answer> {
    const answer = await this.post('/auth/login', { email, password });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie) this.headers['Cookie'] = cookie;
    return answer;
  }

  withToken(token: string): ApiClient {
    const client = new ApiClient(this.url);
    client.headers['Authorization'] = `Bearer ${token}`;
    return client;
  }

  get<T>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, headers);
  }

  post<T>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, headers);
  }

  async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const type: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
    return this.sendRaw<T>(method, path, body === undefined ? undefined : JSON.stringify(body), {
      ...type,
      ...headers,
    });
  }

  /** A request whose body is sent as it is. */
  async sendRaw<T>(
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const answer = await fetch(this.url + path, { method, headers: { ...this.headers, ...headers }, body });
    const text = await answer.text();
    expectAsDocumented({ method, sent: body, answer, text });
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    const { status } = answer;
    return { status, body: (isJson && text ? JSON.parse(text) : text) as T, headers: answer.headers };
  }

  /** A GET whose body is read as it comes; all but the body must be as documented. */
  async open(path: string, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<Response> {
    const answer = await fetch(this.url + path, { headers: { ...this.headers, ...headers }, signal });
    expectAsDocumented({ method: 'GET', sent: undefined, answer, text: null });
    return answer;
  }

  start(body: object = {}): Promise<Answer<SyncProgressDto>> {
    return this.post('/admin/sync-pembayaran/start', body);
  }

  /** Starts a run and waits for its end; answers its id. */
  async runToEnd(body: object = {}): Promise<string> {
    const { runId } = (await this.start(body)).body;
    await this.progressUntil((now) => now.runId === runId && !now.isRunning);
    return runId!;
  }

  async progress(): Promise<SyncProgressDto> {
    return (await this.get<SyncProgressDto>('/admin/sync-pembayaran/progress')).body;
  }

  /** Polls until the progress object fits; every poll is handed to `watch`. */
  async progressUntil(
    fits: (progress: SyncProgressDto) => boolean,
    watch: (progress: SyncProgressDto) => void = () => undefined,
  ): Promise<SyncProgressDto> {
    return eventually(async () => {
      const progress = await this.progress();
      watch(progress);
      return fits(progress) ? progress : null;
    });
  }
}
