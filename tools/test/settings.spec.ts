import { runModule } from './run-module';

const read = (env: NodeJS.ProcessEnv) =>
  runModule(
    `import { runScript } from './launcher-error.mjs';
     import { readSettings } from './settings.mjs';
     await runScript(async () => console.log(JSON.stringify(readSettings(process.env))));`,
    env,
  );

it('has a default for everything', () => {
  const settings = JSON.parse(read({ PORT: '' }).stdout);
  expect(settings).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    workers: 1,
    databaseUrl: null,
    redisUrl: null,
  });
  expect(settings.simulator).toMatchObject({ students: 6102, latencyMs: 50 });
  expect(settings.dataDir).toMatch(/\.data$/);
});

it('names every wrong variable, what was given and what is allowed, without a password', () => {
  const { status, stderr } = read({
    PORT: '70000',
    WORKERS: 'two',
    DATABASE_URL: 'postgres://u:rahasia@h/d',
    REDIS_URL: 'redis+sentinel://:rahasia@a:1,b:x/sekolah',
    SCHOOL_TIMEZONE: 'WIB',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('PORT: given "70000", allowed a whole number from 1 to 65535');
  expect(stderr).toContain('WORKERS: given "two", allowed a whole number from 1 to 64');
  expect(stderr).toContain(
    'DATABASE_URL: given "postgres://u:***@h/d", allowed mysql://user:password@host:port/name',
  );
  expect(stderr).toContain('REDIS_URL: given "redis+sentinel://:***@a:1,b:x/sekolah", allowed redis://');
  expect(stderr).toContain('SCHOOL_TIMEZONE: given "WIB", allowed an IANA time zone');
  expect(stderr).not.toContain('rahasia');
});

it('takes a password that stands apart, of any characters', () => {
  const settings = JSON.parse(
    read({
      ...{ DATABASE_URL: 'mysql://siti@db/sekolah', DATABASE_PASSWORD: 'p@ss:w/o?r#d%$1\'"\\ ' },
      ...{ REDIS_URL: 'redis+sentinel://a:1,b:2/nama', REDIS_PASSWORD: 'é@' },
    }).stdout,
  );
  expect(settings.databaseUrl).toBe("mysql://siti:p%40ss%3Aw%2Fo%3Fr%23d%25%241'%22%5C%20@db/sekolah");
  expect(settings.redisUrl).toBe('redis+sentinel://:%C3%A9%40@a:1,b:2/nama');
  expect(JSON.parse(read({ REDIS_PASSWORD: 'x', DATABASE_PASSWORD_FILE: '/none' }).stdout)).toMatchObject({
    ...{ databaseUrl: null, redisUrl: null },
  });
});
