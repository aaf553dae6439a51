import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SyncProgressDto } from '@bantubayar/shared';
import type { SessionService } from '../auth/session.service';
import type { Principal } from '../common/principal';
import { ProgressLane } from './progress-lane';
import type { SyncProgressService } from './run/sync-progress.service';

const POLL = '/admin/sync-pembayaran/progress';
const secretOf = (name: string) => name.padEnd(43, '-');
const WATCHER = { scopes: ['sync:read'] } as unknown as Principal;
const NOBODY_MUCH = { scopes: ['siswa:read'] } as unknown as Principal;

describe('the lane of the polls', () => {
  /** Looks that have begun, and end when they are told to. */
  const looks: { secrets: readonly string[]; end: () => void; fail: () => void }[] = [];
  const asked: (number | undefined)[] = [];
  let processed = 0;
  let isOpen = true;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const sessions = {
      principalsOf: (secrets: readonly string[]) =>
        new Promise((resolve, reject) => {
          const found = secrets.flatMap((secret) =>
            secret.startsWith('asing')
              ? []
              : [[secret, secret.startsWith('lain') ? NOBODY_MUCH : WATCHER] as const],
          );
          const end = () => resolve(new Map(found));
          looks.push({ secrets, end, fail: () => reject(new Error('basis data mati')) });
          if (isOpen) end();
        }),
    };
    const progress = {
      current: async (after?: number) => {
        asked.push(after);
        return { processed, log: [] } as unknown as SyncProgressDto;
      },
    };
    const lane = new ProgressLane(
      sessions as unknown as SessionService,
      progress as unknown as SyncProgressService,
    );
    server = createServer((request, response) =>
      lane.take(request, response, () => response.writeHead(418).end('the usual way')),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    isOpen = true;
    processed = 0;
    looks.length = asked.length = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  async function poll(name: string, query = ''): Promise<[status: number, processed?: number]> {
    const answer = await fetch(url + POLL + query, {
      headers: { Cookie: `a=1; bantubayar_session=${secretOf(name)}; b=2` },
    });
    const text = await answer.text();
    return answer.ok
      ? [answer.status, (JSON.parse(text) as { processed: number }).processed]
      : [answer.status];
  }
  async function untilLooks(n: number): Promise<void> {
    while (looks.length < n) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  /** Until the server has heard so many more requests. */
  async function heard(n: number): Promise<void> {
    for (let left = n; left > 0; left -= 1) await once(server, 'request');
  }

  it('answers those who come while it looks by the next look, together', async () => {
    isOpen = false;
    const first = poll('satu');
    await untilLooks(1);
    const coming = heard(3);
    const others = [poll('dua'), poll('tiga'), poll('dua')];
    await coming;
    expect(looks).toHaveLength(1);
    processed = 7;
    looks[0]!.end();
    expect(await first).toEqual([200, 0]);
    await untilLooks(2);
    expect([...looks[1]!.secrets].sort()).toEqual([secretOf('dua'), secretOf('tiga')]);
    looks[1]!.end();
    expect(await Promise.all(others)).toEqual([
      [200, 7],
      [200, 7],
      [200, 7],
    ]);
    expect(asked).toEqual([undefined, undefined]);
  });

  it('reads the run once for each place in its log', async () => {
    isOpen = false;
    const first = poll('satu');
    await untilLooks(1);
    const coming = heard(3);
    const others = [poll('dua', '?after=5'), poll('tiga', '?after=5'), poll('dua', '?after=6')];
    await coming;
    looks[0]!.end();
    await untilLooks(2);
    looks[1]!.end();
    await Promise.all([first, ...others]);
    expect(asked.slice(1).sort()).toEqual([5, 6]);
  });

  it('leaves to others whom it does not know, and who may not', async () => {
    const all = await Promise.all([poll('asing'), poll('lain'), poll('satu')]);
    expect(all.map(([status]) => status)).toEqual([418, 418, 200]);
  });

  it('leaves everybody to others when it cannot look, and looks again for the next', async () => {
    isOpen = false;
    const unlucky = poll('satu');
    await untilLooks(1);
    looks[0]!.fail();
    expect(await unlucky).toEqual([418]);
    isOpen = true;
    expect(await poll('satu')).toEqual([200, 0]);
  });
});
