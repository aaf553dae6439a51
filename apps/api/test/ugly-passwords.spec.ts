import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Redis from 'ioredis';
import { createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { readDatabaseUrl } from '../src/config/addresses';
import { readEnv } from '../src/config/env';
import { checkRedis } from '../src/redis/redis-check';
import { PrivateServers, whereServersAre } from './private-servers';

const UGLY = [`p@ss:w/o?r#d%41`, `$HOME '"\\ sandi`, 'kata sandi é漢😀'];

whereServersAre('passwords of any characters', () => {
  let servers: PrivateServers;

  beforeAll(async () => {
    servers = await PrivateServers.start({});
  }, 60_000);
  afterAll(() => servers.stop());

  it.each(UGLY)('%s opens the database', async (password) => {
    const root = await createConnection({
      ...{ socketPath: servers.socketPath, user: 'root', password: servers.databaseUrl.password },
    });
    await root.query("CREATE OR REPLACE USER siti@'%' IDENTIFIED BY ?", [password]);
    await root.end();
    const { host } = servers.databaseUrl;
    const { DATABASE_URL } = readEnv({
      DATABASE_URL: `mysql://siti@${host}/any`,
      DATABASE_PASSWORD: password,
    });
    const { user: username, database: _, ...address } = readDatabaseUrl(DATABASE_URL);
    const dataSource = await new DataSource({ type: 'mysql', username, ...address }).initialize();
    expect(await dataSource.query("SELECT SUBSTRING_INDEX(CURRENT_USER(), '@', 1) AS me")).toEqual([
      { me: 'siti' },
    ]);
    await dataSource.destroy();
  });

  it.each(UGLY)('%s opens the queue', async (password) => {
    const redis = new Redis(servers.redisUrl.href);
    await redis.call('ACL', 'SETUSER', 'siti', 'reset', 'on', `>${password}`, '~*', '&*', '+@all');
    redis.disconnect();
    const { REDIS_URL } = readEnv({
      REDIS_URL: `redis://siti@${servers.redisUrl.host}`,
      REDIS_PASSWORD: password,
    });
    await checkRedis(REDIS_URL);
  });
});

it('docker-compose.yml puts no password into an address', () => {
  const file = readFileSync(resolve(__dirname, '../../../docker-compose.yml'), 'utf8');
  expect(file.match(/^.*:\/\/[^\s}]*\$\{.*$/gm)).toBeNull();
  for (const line of [
    'DATABASE_URL: mysql://bantubayar@mysql:3306/bantubayar',
    'DATABASE_PASSWORD: ${MYSQL_PASSWORD:?set MYSQL_PASSWORD in .env}',
    'REDIS_URL: redis://redis:6379',
    'REDIS_PASSWORD: ${REDIS_PASSWORD:?set REDIS_PASSWORD in .env}',
  ])
    expect(file).toContain(`    ${line}\n`);
});
