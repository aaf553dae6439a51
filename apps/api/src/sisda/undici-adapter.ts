import type { Socket } from 'node:net';
import type { HttpService } from '@nestjs/axios';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import type { Spool } from './spool';
import { unpacked } from './unpacked';

/** The bytes of a good answer go there instead of into memory, packed as they come. */
export interface Spooled {
  spool?: Spool;
}

type Axios = HttpService['axiosRef'];
export type Adapter = Extract<Axios['defaults']['adapter'], (config: never) => unknown>;
type Config = Parameters<Adapter>[0] & Spooled;
type Reply = Awaited<ReturnType<Adapter>>;

/** Thrown into a request whose answer is larger than it may be. */
class TooLargeError extends Error {
  override name = 'TooLargeError';
  readonly code = 'ERR_ANSWER_TOO_LARGE';
}

/** A connection's error, with whether it had served another request before. */
export interface ConnectionError extends Error {
  wasUsed?: boolean;
}

/**
 * The way of axios over undici, which takes a third of the time of its own. Connections are kept; there are no redirects,
 * no cookies and no proxies; a body is the bytes as they were before they were packed.
 */
export function undiciAdapter(baseUrl: string, connectTimeoutMs: number): Adapter {
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
    const data = await unpacked(reply.data as Buffer, reply.headers['content-encoding'], mostBytes(config));
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

/** Takes the answer to one request in. */
class Receiver implements Dispatcher.DispatchHandler {
  private readonly chunks: Buffer[] = [];
  private bytes = 0;
  private readonly most: number;
  private answer: Pick<Reply, 'status' | 'statusText' | 'headers'> | null = null;
  private spool: Spool | undefined;
  private giveUp: (() => void) | null = null;

  constructor(
    private readonly config: Config,
    private readonly resolve: (reply: Reply) => void,
    private readonly reject: (error: unknown) => void,
  ) {
    this.most = mostBytes(config);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    const signal = this.config.signal as AbortSignal | undefined;
    this.giveUp = () => controller.abort(new Error('aborted'));
    if (signal?.aborted) this.giveUp();
    else signal?.addEventListener('abort', this.giveUp, { once: true });
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

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.bytes += chunk.length;
    if (this.bytes > this.most) controller.abort(new TooLargeError());
    else if (this.spool) this.spool.write(chunk);
    else this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.release();
    const { chunks, config } = this;
    const data = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    this.resolve({ ...this.answer!, data, config: config });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.release();
    if (this.answer !== null) (error as ConnectionError).wasUsed = false;
    this.reject(error);
  }

  private release(): void {
    const signal = this.config.signal as AbortSignal | undefined;
    if (this.giveUp) signal?.removeEventListener('abort', this.giveUp);
  }
}
