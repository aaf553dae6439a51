import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** A call as it came in. */
export interface Call {
  id: string;
  signatures: number;
  body: string;
  event: { type: string; timestamp: string; data: Record<string, unknown> };
  headers: Record<string, string>;
}

/** Somebody's server that is told by webhooks; answers as it is told to, 204 at first. */
export class Receiver {
  readonly calls: Call[] = [];
  answer: (response: ServerResponse, call: Call) => void = (response) => void response.writeHead(204).end();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        const headers = request.headers as Record<string, string>;
        const call = {
          ...{ id: headers['webhook-id']!, body, headers, event: JSON.parse(body || '{}') },
          signatures: (headers['webhook-signature'] ?? '').split(' ').length,
        } as Call;
        receiver.calls.push(call);
        receiver.answer(response, call);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  types(): string[] {
    return this.calls.map(({ event }) => event.type);
  }

  /** Whether the published library takes all that came; throws where it does not. */
  verifyAll(secret: string): void {
    const webhook = new Webhook(secret);
    for (const { body, headers } of this.calls) webhook.verify(body, headers);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
