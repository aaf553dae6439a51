import type { SessionDto, SyncProgressDto } from '@bantubayar/shared';
import { ApiClient } from '../support/client';
import { ADMIN, Stack } from '../support/stack';

const PAGE = '/admin/sync-pembayaran';
const POLL = `${PAGE}/progress`;

describe('polls of the progress', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('progress', { students: 40 });
    await stack.client.runToEnd();
  });
  afterAll(() => stack.stop());

  async function signedIn(): Promise<ApiClient> {
    const client = new ApiClient(stack.url);
    await client.login(ADMIN.email, ADMIN.password);
    return client;
  }
  /** All but what is of one request, or says how it was sent. */
  const told = (headers: Headers) =>
    Object.fromEntries(
      [...headers].filter(([name]) => !/^(date|x-request-id|content-length|transfer-encoding)$/.test(name)),
    );

  it.each(['identity', 'gzip', 'br', 'gzip, deflate, br, zstd', 'deflate', 'br;q=0.5, gzip'])(
    'are answered as the page’s own address is, to the letter, in %s',
    async (encoding) => {
      const headers = { 'Accept-Encoding': encoding };
      const [poll, page] = [
        await stack.client.get<SyncProgressDto>(POLL, headers),
        await stack.client.get<SyncProgressDto>(PAGE, headers),
      ];
      expect([poll.status, poll.body]).toEqual([200, page.body]);
      expect(poll.body).toMatchObject({ status: 'completed', processed: 40 });
      expect(told(poll.headers)).toEqual(told(page.headers));
    },
  );

  it('are answered together, and each session for itself', async () => {
    const clients = await Promise.all(Array.from({ length: 6 }, signedIn));
    const [ended, ...good] = clients;
    const { body } = await ended!.get<{ items: SessionDto[] }>('/auth/sessions');
    const { id } = body.items.find(({ current }) => current)!;
    const polls = () =>
      Promise.all(
        Array.from({ length: 30 }, async (_, n) => {
          const client = clients[n % clients.length]!;
          return [client, (await client.get(POLL)).status] as const;
        }),
      );
    expect((await polls()).every(([, status]) => status === 200)).toBe(true);
    expect((await good[0]!.send('DELETE', `/auth/sessions/${id}`)).status).toBe(204);
    for (const [client, status] of await polls()) expect(status).toBe(client === ended ? 401 : 200);
    expect(await ended!.get(POLL)).toMatchObject({
      status: 401,
      body: { statusCode: 401, code: 'unauthenticated', requestId: expect.any(String) },
    });
  });

  it('tell at once what an answer has promised, however many ask', async () => {
    const clients = await Promise.all(Array.from({ length: 4 }, signedIn));
    let asks = true;
    const crowd = clients.map(async (client) => {
      while (asks) expect((await client.get(POLL)).status).toBe(200);
    });
    for (let n = 0; n < 5; n += 1) {
      const { runId } = (await stack.client.start()).body;
      expect((await clients[1]!.get<SyncProgressDto>(POLL)).body.runId).toBe(runId);
      await stack.client.post(`${PAGE}/cancel`);
      expect((await clients[2]!.get<SyncProgressDto>(POLL)).body).toMatchObject({
        runId,
        status: expect.stringMatching(/^cancell/),
      });
      await stack.client.progressUntil(({ status }) => status === 'cancelled');
    }
    asks = false;
    await Promise.all(crowd);
  });

  it('are named by who asks, in words that a log can take', async () => {
    const named = async (name: string) =>
      (await stack.client.get(POLL, { 'X-Request-Id': name })).headers.get('x-request-id');
    expect(await named('halaman-7')).toBe('halaman-7');
    expect(await named('dengan spasi')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('are not answered again when nothing has changed', async () => {
    const etag = (await stack.client.get(POLL)).headers.get('etag')!;
    const status = async (tag: string) => (await stack.client.get(POLL, { 'If-None-Match': tag })).status;
    for (const same of [etag, etag.slice(2), `"lain", ${etag}`, '*']) expect(await status(same)).toBe(304);
    for (const other of ['"lain"', 'W/"lain"', 'lain']) expect(await status(other)).toBe(200);
    const { headers } = await stack.client.get(POLL, { 'If-None-Match': etag });
    const page = await stack.client.get(PAGE, { 'If-None-Match': etag });
    // As the answer that was kept said; Express leaves that out.
    expect(told(headers)).toEqual({ ...told(page.headers), vary: 'Accept, Accept-Encoding' });
  });

  it('of any other kind are answered as ever', async () => {
    expect(await stack.client.get(`${POLL}?after=-1`)).toMatchObject({ status: 400 });
    expect(await stack.client.get(`${POLL}?after=1&lagi=2`)).toMatchObject({ status: 400 });
    expect((await stack.client.get(`${POLL}?after=999999`)).body).toMatchObject({ log: [] });
    expect((await stack.client.get(POLL, { Accept: 'text/html' })).body).toContain('<div id="app">');
    expect(await stack.client.send('HEAD', POLL)).toMatchObject({ status: 200 });
    expect(await stack.client.send('DELETE', POLL)).toMatchObject({ status: 405 });
    const secret = `bantubayar_session=${'x'.repeat(43)}`;
    expect((await new ApiClient(stack.url).get(POLL, { Cookie: secret })).status).toBe(401);
    expect((await stack.client.withToken('bb_x').get(POLL)).status).toBe(401);
    const { body } = await stack.client.post<{ token: string }>('/auth/tokens', {
      name: 'ERP',
      scopes: ['siswa:read'],
    });
    expect((await stack.client.withToken(body.token).get(POLL)).status).toBe(403);
  });
});
