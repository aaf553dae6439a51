import type { Socket } from 'node:net';
import type { AxiosAdapter, AxiosResponse } from 'axios';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import type { Spool } from './spool';
import { unpacked } from './unpacked';

/** The bytes of a good answer go there instead of into memory, packed as they come. */
export interface Spooled {
  spool?: Spool;
}

type Config = Parameters<AxiosAdapter>[0] & Spooled;
type Reply = AxiosResponse<Buffer>;

/** Ends a request whose answer is larger than it may be, or not whole in time, or that is not wanted any more. */
class RequestEndedError extends Error {
  override name = 'RequestEndedError';

  constructor(readonly code: 'ERR_ANSWER_TOO_LARGE' | 'ERR_ANSWER_TOO_LATE' | 'ERR_CANCELED') {
    super(code);
  }
}

/** A connection's error, with whether it had served another request before. */
export interface ConnectionError extends Error {
  wasUsed?: boolean;
}

/**
 * The way of axios over undici, which takes a third of the time of its own. Connections are kept; there are no redirects,
 * no cookies and no proxies; a body is the bytes as they were before they were packed.
 */
export function undiciAdapter(baseUrl: string, connectTimeoutMs: number): AxiosAdapter {
  const { origin, pathname } = new URL(baseUrl);
  const base = pathname.replace(/\/+$/, '');
  const agent = new Agent({ connect: connector(connectTimeoutMs), headersTimeout: 0, bodyTimeout: 0 });
  return async (config: Config) => {
    const reply = await new Promise<Reply>((resolve, reject) => {
      const request = {
        origin,
        path: base + config.url,
        method: 'GET',
        headers: headersOf(config),
      } as const;
      agent.dispatch(request, new Receiver(config, resolve, reject));
    });
    const data = await unpacked(reply.data, reply.headers['content-encoding'], mostBytes(config));
    return { ...reply, data };
  };
}

function connector(timeout: number): buildConnector.connector {
  const connect = buildConnector({ timeout });
  return (options, done) =>
    connect(options, (...result) => {
      const [, socket] = result;
      socket?.on('error', (error: ConnectionError) => {
        error.wasUsed = wasUsed(socket);
      });
      done(...result);
    });
}

const wasUsed = ({ bytesRead }: Socket) => bytesRead > 0;

const headersOf = ({ headers }: Config) => ({
  ...(headers.toJSON() as Record<string, string>),
  'accept-encoding': 'gzip, deflate, br',
});

const mostBytes = ({ maxContentLength: most }: Config) => (most === undefined || most < 0 ? Infinity : most);

/** Takes the answer to one request in, within the time, the size and the wish that its config says. */
class Receiver implements Dispatcher.DispatchHandler {
  private readonly chunks: Buffer[] = [];
  private bytes = 0;
  private readonly most: number;
  private readonly signal: AbortSignal | undefined;
  private readonly timer: NodeJS.Timeout | undefined;
  private controller: Dispatcher.DispatchController | null = null;
  private ended: Error | null = null;
  private answer: Pick<Reply, 'status' | 'statusText' | 'headers'> | null = null;
  private spool: Spool | undefined;

  constructor(
    private readonly config: Config,
    private readonly resolve: (reply: Reply) => void,
    private readonly reject: (error: unknown) => void,
  ) {
    const { signal, timeout } = config;
    this.most = mostBytes(config);
    this.signal = signal as AbortSignal | undefined;
    this.signal?.addEventListener('abort', this.cancel);
    if (timeout)
      this.timer = setTimeout(() => this.end(new RequestEndedError('ERR_ANSWER_TOO_LATE')), timeout);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    // It ended while its connection was being made.
    if (this.ended) controller.abort(this.ended);
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[]>,
    statusText = '',
  ): void {
    this.spool = status >= 200 && status <= 299 ? this.config.spool : undefined;
    this.spool?.empty();
    this.answer = { status, statusText, headers: headers as Reply['headers'] };
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.bytes += chunk.length;
    if (this.bytes > this.most) this.end(new RequestEndedError('ERR_ANSWER_TOO_LARGE'));
    else if (this.spool) this.spool.write(chunk);
    else this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.release();
    const { chunks, config } = this;
    const data = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    this.resolve({ ...this.answer!, data, config });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.release();
    if (this.answer !== null) (error as ConnectionError).wasUsed = false;
    this.reject(error);
  }

  private readonly cancel = () => this.end(new RequestEndedError('ERR_CANCELED'));

  /** Tells at once; the connection is closed as soon as there is one. */
  private end(error: Error): void {
    this.release();
    this.ended = error;
    this.reject(error);
    this.controller?.abort(error);
  }

  private release(): void {
    clearTimeout(this.timer);
    this.signal?.removeEventListener('abort', this.cancel);
  }
}
