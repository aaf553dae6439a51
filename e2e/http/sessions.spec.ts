import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { AuditEntryDto, EndedSessionsDto, Page, SessionDto, UserDto } from '@bantubayar/shared';
import { ApiClient } from '../support/client';
import { ADMIN, Stack } from '../support/stack';

const PASSWORD = 'kuda nil berenang';
const COMMAND = path.resolve(__dirname, '../../tools/password.mjs');

describe('sessions of one person', () => {
  let stack: Stack;
  let added = 0;

  beforeAll(async () => {
    stack = await Stack.start('sessions', { students: 5, workers: 0 });
  });
  afterAll(() => stack.stop());

  async function person(): Promise<UserDto> {
    const email = `orang-${++added}@sekolah.test`;
    const user = { email, nama: `Orang ${added}`, role: 'pemantau', password: PASSWORD };
    return (await stack.client.post<UserDto>('/auth/users', user)).body;
  }
  async function signedIn({ email }: { email: string }, password = PASSWORD): Promise<ApiClient> {
    const client = new ApiClient(stack.url);
    expect((await client.login(email, password)).status).toBe(200);
    return client;
  }
  const sessions = async (client: ApiClient) =>
    (await client.get<Page<SessionDto>>('/auth/sessions')).body.items;
  const isIn = async (client: ApiClient) => (await client.get('/auth/me')).status === 200;
  const audit = async (action: string) =>
    (await stack.client.get<Page<AuditEntryDto>>(`/admin/audit?action=${action}&limit=1`)).body.items[0];

  it('are listed without a secret, each by an id of its own', async () => {
    const user = await person();
    const [first, second] = [await signedIn(user), await signedIn(user)];
    const listed = await sessions(second);
    expect(listed).toHaveLength(2);
    expect(listed.find(({ current }) => current)).toMatchObject({
      id: expect.stringMatching(/^\d+$/),
      userAgent: 'node',
      address: '127.0.0.1',
      createdAt: expect.any(String),
      lastSeenAt: expect.any(String),
    });
    const hashes = await stack.query<{ hash: string }>('SELECT HEX(token_hash) AS hash FROM session');
    for (const { hash } of hashes) expect(JSON.stringify(listed).toUpperCase()).not.toContain(hash);
    expect((await sessions(first)).map(({ id }) => id).sort()).toEqual(listed.map(({ id }) => id).sort());
  });

  it('are ended one by one by their owner alone', async () => {
    const user = await person();
    const [mine, lost] = [await signedIn(user), await signedIn(user)];
    const { id } = (await sessions(mine)).find(({ current }) => !current)!;
    const stranger = await signedIn(await person());
    expect(await stranger.send('DELETE', `/auth/sessions/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'not_found', details: { id } },
    });
    expect(await isIn(lost)).toBe(true);
    expect((await mine.send('DELETE', `/auth/sessions/${id}`)).status).toBe(204);
    expect([await isIn(mine), await isIn(lost)]).toEqual([true, false]);
    expect(await audit('session_ended')).toMatchObject({ actor: user.nama, target: id, done: true });
    expect((await mine.send('DELETE', `/auth/sessions/${id}`)).status).toBe(404);
    const [own] = await sessions(mine);
    expect((await mine.send('DELETE', `/auth/sessions/${own!.id}`)).status).toBe(204);
    expect(await isIn(mine)).toBe(false);
  });

  it('are ended all but the one that asks; those of other people and of tokens stay', async () => {
    const user = await person();
    const [mine, ...others] = [await signedIn(user), await signedIn(user), await signedIn(user)];
    expect(await mine!.send<EndedSessionsDto>('DELETE', '/auth/sessions')).toMatchObject({
      status: 200,
      body: { ended: 2 },
    });
    expect(await isIn(mine!)).toBe(true);
    for (const other of others) expect(await isIn(other)).toBe(false);
    expect(await isIn(stack.client)).toBe(true);
    expect(await audit('sessions_ended')).toMatchObject({ actor: user.nama, done: true });
    const { body } = await stack.client.post<{ token: string }>('/auth/tokens', {
      name: 'ERP',
      scopes: ['siswa:read'],
    });
    expect((await stack.client.withToken(body.token).get('/auth/sessions')).status).toBe(403);
  });

  describe('npm run password', () => {
    async function run(args: string[], input = '') {
      const env = { ...process.env, DATABASE_URL: stack.databaseUrl, REDIS_URL: stack.redisUrl };
      const child = spawn(process.execPath, [COMMAND, ...args], { env });
      child.stdin.end(input);
      const [[code], said, complained] = await Promise.all([
        once(child, 'exit') as Promise<[number]>,
        text(child.stdout),
        text(child.stderr),
      ]);
      return { code, said, complained };
    }

    it('gives a random password, shown once, and ends the sessions', async () => {
      const user = await person();
      const clients = [await signedIn(user), await signedIn(user)];
      const { code, said } = await run(['--email', ` ${user.email.toUpperCase()}`]);
      expect(code).toBe(0);
      expect(said).toMatch(
        /^New password for Orang \d+ \(orang-\d+@sekolah\.test\): \S{16} {3}\(shown only once/,
      );
      expect(said).toMatch(/^2 sessions ended/m);
      for (const client of clients) expect(await isIn(client)).toBe(false);
      await signedIn(user, /: (\S{16}) /.exec(said)![1]);
      expect(await isIn(stack.client)).toBe(true);
      expect(await audit('user_updated')).toMatchObject({
        actor: expect.stringMatching(/ \(terminal\)$/),
        target: user.id,
        details: { nama: user.nama, password: '…' },
        done: true,
      });
    });

    it('reads one from the standard input, and does not repeat it', async () => {
      const user = await person();
      const { code, said } = await run(['--email', user.email, '--stdin'], 'hujan turun di kebun\nlagi\n');
      expect([code, said]).toEqual([0, expect.not.stringContaining('hujan')]);
      await signedIn(user, 'hujan turun di kebun');
    });

    it.each([
      [[], '', /--email is missing[^]*Usage: npm run password/],
      [['--emial', 'x'], '', /--emial[^]*Usage/],
      [
        ['--email', 'nobody@sekolah.test'],
        '',
        new RegExp(`Nobody signs in as nobody@.*Admins are: ${ADMIN.email}`),
      ],
      [['--email', ADMIN.email, '--stdin'], 'pendek\n', /refused: it must have at least 10 characters/],
      [['--email', ADMIN.email, '--stdin'], '', /standard input is empty/],
    ] as const)('%j is refused in words', async (args, input, words) => {
      expect(await run([...args], input)).toMatchObject({
        code: 1,
        said: '',
        complained: expect.stringMatching(words),
      });
      expect(await isIn(stack.client)).toBe(true);
    });
  });
});
