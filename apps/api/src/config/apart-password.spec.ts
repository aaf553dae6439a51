import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDatabaseUrl } from './addresses';
import { readEnv } from './env';
import { readRedisUrl } from './redis-address';

const UGLY = ` @:/?#[]%41$&'"\\+;=, \`{}|^~<>!*()é漢😀 `;

describe('a password apart from its address', () => {
  it('may hold any character, in a variable or a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'bantubayar-test-')), 'sandi');
    writeFileSync(file, `${UGLY}\n`);
    for (const how of ['DATABASE_PASSWORD', 'DATABASE_PASSWORD_FILE']) {
      const env = readEnv({
        DATABASE_URL: 'mysql://siti@db:3307/sekolah',
        [how]: how.endsWith('FILE') ? file : UGLY,
      });
      expect(readDatabaseUrl(env.DATABASE_URL)).toMatchObject({
        ...{ user: 'siti', password: UGLY, host: 'db', port: 3307, database: 'sekolah' },
      });
    }
    for (const url of ['redis://redis:6380/2', 'redis+sentinel://a:1,b:2/nama/2'])
      expect(readRedisUrl(readEnv({ REDIS_URL: url, REDIS_PASSWORD: UGLY }).REDIS_URL)).toMatchObject({
        ...{ password: UGLY, db: 2 },
      });
  });

  it('may repeat what the address says, and not contradict it', () => {
    const read = (REDIS_PASSWORD: string) =>
      readEnv({ REDIS_URL: 'redis://u:a%40b@host', REDIS_PASSWORD }).REDIS_URL;
    expect(readRedisUrl(read('a@b'))).toMatchObject({ username: 'u', password: 'a@b' });
    expect(readRedisUrl(read(''))).toMatchObject({ username: 'u', password: 'a@b' });
    expect(() => read('rahasia')).toThrow('REDIS_PASSWORD: got "…", allowed is one password only');
  });

  it('says which file it cannot read, and what is named twice', () => {
    const wrong = { DATABASE_PASSWORD_FILE: '/tidak/ada' };
    expect(() => readEnv(wrong)).toThrow(
      'DATABASE_PASSWORD_FILE: got "/tidak/ada", allowed is a file that can be read (ENOENT)',
    );
    expect(() => readEnv({ ...wrong, DATABASE_PASSWORD: 'rahasia' })).toThrow(/^(?!.*rahasia).*not both/);
  });
});
