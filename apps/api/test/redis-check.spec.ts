import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import Redis from 'ioredis';
import { checkRedis } from '../src/redis/redis-check';
import { PrivateServers, tls, whereServersAre } from './private-servers';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

whereServersAre('the start on a Redis', () => {
  let servers: PrivateServers;
  let tlsPort: number;

  beforeAll(async () => {
    tlsPort = await freePort();
    servers = await PrivateServers.start({
      queue: [
        `tls-port ${tlsPort}`,
        `tls-cert-file ${tls('server.pem')}`,
        `tls-key-file ${tls('server-key.pem')}`,
        `tls-ca-cert-file ${tls('ca.pem')}`,
        'tls-auth-clients no',
      ],
    });
  }, 60_000);
  afterAll(() => servers.stop());

  const said = (url: string) =>
    checkRedis(url).then(
      () => 'fine',
      (error: Error) => error.message,
    );
  const redisUrl = (differs: Partial<URL>) => Object.assign(new URL(servers.redisUrl), differs).href;

  async function asOperator(...commands: string[][]): Promise<void> {
    const redis = new Redis(servers.redisUrl.href);
    for (const [command, ...args] of commands) await redis.call(command!, ...args);
    redis.disconnect();
  }

  it('is fine when it can be used, or is only away', async () => {
    expect(await said(servers.redisUrl.href)).toBe('fine');
    expect(await said('redis://:rahasia@127.0.0.1:1')).toBe('fine');
  });

  it('says what is wrong without the password', async () => {
    const wrong = await said(redisUrl({ password: 'rahasia' }));
    expect(wrong).toMatch(/^REDIS_URL \(redis:\/\/127.0.0.1:\d+\/0\): it refuses the user or the password/);
    expect(wrong).not.toContain('rahasia');
    expect(await said(redisUrl({ password: '' }))).toMatch(/refuses the user or the password/);
    expect(await said(redisUrl({ pathname: '/99' }))).toMatch(/no database of this number/);
  });

  it('that is no cluster is refused where the address says so, whichever server of it answers', async () => {
    const { password, port } = servers.redisUrl;
    expect(await said(`redis+cluster://:${password}@127.0.0.1:1,127.0.0.1:${port}`)).toMatch(
      /^REDIS_URL \(redis\+cluster:\/\/127.0.0.1:1,127.0.0.1:\d+\): it is no server of a cluster; its address begins with redis:/,
    );
    expect(await said('redis+cluster://:rahasia@127.0.0.1:1')).toBe('fine');
  });

  it('that gives too few rights is refused', async () => {
    await asOperator(['ACL', 'SETUSER', 'sempit', 'on', '>rahasia', '~*', '+ping']);
    expect(await said(redisUrl({ username: 'sempit', password: 'rahasia' }))).toMatch(/may not do/);
  });

  it('is spoken to encrypted with rediss://, and only when its certificate is right', async () => {
    const secure = (search: string) =>
      redisUrl({ port: String(tlsPort), search }).replace('redis://', 'rediss://');
    expect(await said(secure(`?ca=${tls('ca.pem')}`))).toBe('fine');
    expect(await said(secure(`?ca=${tls('other-ca.pem')}`))).toMatch(/certificate is not accepted/);
    expect(await said(secure(''))).toMatch(/certificate is not accepted/);
  });
});
