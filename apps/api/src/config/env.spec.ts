import { readDatabaseUrl, readHttpUrl } from './addresses';
import { readEnv } from './env';
import { mailAddress, readMailbox, readSmtpUrl } from './mail-address';
import { readRedisUrl, redisPlace } from './redis-address';

describe('reading the environment', () => {
  it('has a default for everything', () => {
    expect(readEnv({})).toMatchObject({
      PORT: 3000,
      SYNC_CONCURRENCY: 50,
      SYNC_TIMEOUT_MS: 30_000,
      SYNC_TRIES: 3,
    });
  });

  it.each([
    [{ PORT: '99999' }, 'PORT: got "99999", allowed is a whole number from 0 to 65535'],
    [{ SYNC_CONCURRENCY: '0' }, 'SYNC_CONCURRENCY: got "0", allowed is a whole number from 1 to 1000'],
    [{ SYNC_TRIES: '1e1' }, 'SYNC_TRIES: got "1e1", allowed is a whole number from 1 to 20'],
    [{ SCHOOL_TIMEZONE: 'WIB' }, 'SCHOOL_TIMEZONE: got "WIB", allowed is an IANA time zone'],
    [{ DEMO_DATA: 'yes' }, 'DEMO_DATA: got "yes", allowed is true or false'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL: got "loud", allowed is fatal, error, warn, info, debug, trace, silent',
    ],
    [
      { PAYMENT_API_URL: 'ftp://school' },
      'PAYMENT_API_URL: got "ftp://school", allowed is an address that begins with http:// or https://',
    ],
    [{ PAYMENT_API_URL: 'https://school/v1?key=rahasia' }, 'PAYMENT_API_URL: got "https://school/v1?…"'],
    [{ PAYMENT_API_URL: 'https://school/v1#' }, 'without user, query and hash'],
    [{ PAYMENT_API_URL: 'https://u:rahasia@school' }, 'got "https://…@school"'],
    [
      { PAYMENT_API_TOKEN: 'rahasia“' },
      'PAYMENT_API_TOKEN: got "U+201C as character 8 of 8", allowed is visible',
    ],
    [{ PAYMENT_API_TOKEN: 'Bearer rahasia' }, 'got "U+0020 as character 7 of 14"'],
    [
      { PAYMENT_API_COOKIE: 'sid=a\r\nX-Rahasia: 1' },
      'PAYMENT_API_COOKIE: got "U+000D as character 6 of 19"',
    ],
    [{ METRICS_TOKEN: 'rahasiå' }, 'METRICS_TOKEN: got "U+00E5'],
    [{ SECRETS_KEY: 'cmFoYXNpYQ==' }, 'SECRETS_KEY: got "7 bytes", allowed is 32 bytes as base64 or hex'],
    [{ SECRETS_KEY: 'rahasia sekali!' }, 'got "15 characters that are neither base64 nor hex"'],
    [
      { DATABASE_URL: 'mysql://root:rahasia@host' },
      'DATABASE_URL: got "mysql://…@host", allowed is mysql://user',
    ],
    [{ DATABASE_URL: 'mysql://root:rah@asia%zz@host/db' }, 'got "mysql://…@host/db"'],
    [{ DATABASE_URL: 'mysql://root@host/db?ssl=maybe' }, 'with ?ssl=required'],
    [{ DATABASE_URL: 'mysql://root@host/db?timezone=local' }, 'with ?ssl=required'],
    [{ DATABASE_URL: 'mysql://root@host/db?ssl=required&ca=x' }, 'with ?ssl=required'],
    [{ DATABASE_URL: 'mysql://root@host/db?ssl=verify&ca=/none.pem' }, 'ENOENT: /none.pem'],
    [{ REDIS_URL: 'redis://:rahasia@host/first' }, 'REDIS_URL: got "redis://…@host/first"'],
    [{ REDIS_URL: 'redis://host?ca=/none.pem' }, 'rediss:// for an encrypted connection'],
    [{ REDIS_URL: 'redis+sentinel://a:1,b:2' }, 'redis+sentinel://user:password@host:port,host:port/name'],
    [{ REDIS_URL: 'redis+sentinel://a:1,b:99999/sekolah' }, 'got "redis+sentinel://a:1,b:99999/sekolah"'],
    [{ REDIS_URL: 'redis+sentinel://:rahasia@a/sekolah/first' }, 'got "redis+sentinel://…@a/sekolah/first"'],
    [{ REDIS_URL: 'redis+sentinel://a/sekolah?password=x' }, 'got "redis+sentinel://a/sekolah?…"'],
    [{ REDIS_URL: 'redis+cluster://a:1,b:2/3' }, 'or redis+cluster://user:password@host:port,host:port'],
    [{ REDIS_URL: 'redis+cluster://:rahasia@a:1,b:99999' }, 'got "redis+cluster://…@a:1,b:99999"'],
    [{ REDIS_URL: 'redis+cluster://a?ca=/none.pem' }, 'or rediss+cluster:// with ?ca=FILE'],
    [{ SMTP_URL: 'http://host' }, 'SMTP_URL: got "http://host", allowed is smtp://user:password@host:port'],
    [{ SMTP_URL: 'smtp://u:rahasia@host/x' }, 'SMTP_URL: got "smtp://…@host/x"'],
    [{ SMTP_URL: 'smtps://u:rah@sia%zz@host' }, 'a % in a name or password is written %25'],
    [{ SMTP_URL: 'smtps://host?tls=none' }, '?tls=required or ?tls=none where STARTTLS must'],
    [{ SMTP_URL: 'smtp://host?ca=/none.pem' }, 'ENOENT: /none.pem'],
    [{ SMTP_URL: 'smtp://host' }, 'MAIL_FROM: got "", allowed is an e-mail address, or Name <address>'],
    [{ MAIL_FROM: 'Sekolah <a@b' }, 'MAIL_FROM: got "Sekolah <a@b", allowed is an e-mail address'],
    [{ MAIL_FROM: 'S\r\nBcc: x@y.z <a@b.c>' }, 'MAIL_FROM: got'],
    [
      { PUBLIC_URL: 'bantubayar.sekolah.id' },
      'PUBLIC_URL: got "bantubayar.sekolah.id", allowed is an address',
    ],
  ])('refuses %j with the name, what was given and what is allowed', (source, message) => {
    expect(() => readEnv(source)).toThrow(message);
  });

  it('does not repeat a password in its message', () => {
    for (const source of [
      { DATABASE_URL: 'postgres://root:rahasia@host/db' },
      { DATABASE_URL: 'mysql://root:rahasia/x@host/db' },
      { REDIS_URL: 'redis://:rahasia' },
      { PAYMENT_API_URL: 'https://school/?key=rahasia' },
      { SECRETS_KEY: 'rahasia' },
      { PAYMENT_API_TOKEN: 'rahasia ' + '\u0000rahasia' },
    ]) {
      expect(() => readEnv(source)).toThrow(/^(?!.*rahasia)/);
    }
  });

  it('reads a key as base64 and as hex', () => {
    const bytes = Buffer.alloc(32, 7);
    for (const encoding of ['base64', 'base64url', 'hex'] as const) {
      expect(readEnv({ SECRETS_KEY: bytes.toString(encoding) }).SECRETS_KEY).toEqual(bytes);
    }
    expect(readEnv({ SECRETS_KEY: ' ' }).SECRETS_KEY).toBeUndefined();
  });

  it('reads what an address says, also where its parts are encoded', () => {
    expect(readDatabaseUrl('mysql://u%40s:p%2Fw%25@[::1]/sekolah?ssl=required')).toEqual({
      ...{ host: '::1', port: 3306, user: 'u@s', password: 'p/w%', database: 'sekolah' },
      ssl: { rejectUnauthorized: false },
    });
    expect(readDatabaseUrl('mysql://u@host:3307/sekolah?ssl=verify').ssl).toEqual({
      ...{ rejectUnauthorized: true, verifyIdentity: true },
    });
    expect(readRedisUrl('rediss://:p%40@host:6380/2')).toEqual({
      ...{ host: 'host', port: 6380, password: 'p@', db: 2, tls: {} },
    });
    const watched = readRedisUrl('redis+sentinel://u:p%40@a,[::1]:26380/sek%20olah/2?sentinelPassword=s%26');
    expect(watched).toEqual({
      sentinels: [
        { host: 'a', port: 26379 },
        { host: '::1', port: 26380 },
      ],
      ...{ name: 'sek olah', sentinelPassword: 's&', failoverDetector: true },
      ...{ username: 'u', password: 'p@', db: 2 },
    });
    expect(redisPlace(watched)).toBe('redis+sentinel://a:26379,::1:26380/sek olah/2');
    const cluster = readRedisUrl('rediss+cluster://u:p%40@a,[::1]:7001');
    expect(cluster).toEqual({
      nodes: [
        { host: 'a', port: 6379 },
        { host: '::1', port: 7001 },
      ],
      ...{ username: 'u', password: 'p@', db: 0, tls: {} },
    });
    expect(redisPlace(cluster)).toBe('rediss+cluster://a:6379,::1:7001');
    expect(readHttpUrl('https://api.school.example/sisda/v1/')).toBe('https://api.school.example/sisda/v1');
  });

  it('reads a mail server, which gets a password encrypted only, and an address in one form', () => {
    expect(readSmtpUrl('smtp://u%40s:p%2F%23@mail.sekolah.id')).toEqual({
      ...{ host: 'mail.sekolah.id', port: 587, user: 'u@s', password: 'p/#', encryption: 'starttls' },
    });
    const encryptionOf = (given: string) => readSmtpUrl(given).encryption;
    expect(encryptionOf('smtp://host:25')).toBe('offered');
    expect(encryptionOf('smtp://u:p@127.0.0.1:25')).toBe('offered');
    expect(encryptionOf('smtp://u:p@host?tls=none')).toBe('none');
    expect(readSmtpUrl('smtps://[::1]')).toEqual({ host: '::1', port: 465, encryption: 'tls' });
    expect(readMailbox('"Keuangan, SMA" <Uang@Sekolah.ID>')).toEqual({
      ...{ name: 'Keuangan, SMA', address: 'uang@sekolah.id' },
    });
    expect(mailAddress('kepala@sekolah-müller.example')).toBe('kepala@xn--sekolah-mller-4ob.example');
    for (const wrong of [
      'a',
      '@b.c',
      'a@',
      '"a b"@b.c',
      'a@b@c',
      'a\n@b.c',
      'a@b.c,d@e.f',
      'é@b.c',
      'a@[1.2.3.4]',
    ])
      expect([wrong, mailAddress(wrong)]).toEqual([wrong, null]);
  });

  it('checks the first admin as everybody else, without telling the password', () => {
    expect(
      readEnv({ ADMIN_EMAIL: ' Siti@Sekolah.test ', ADMIN_PASSWORD: 'kuda nil berenang' }),
    ).toMatchObject({
      ADMIN_EMAIL: 'siti@sekolah.test',
      ADMIN_PASSWORD: 'kuda nil berenang',
    });
    expect(() => readEnv({ ADMIN_EMAIL: 'siti' })).toThrow('ADMIN_EMAIL: got "siti", allowed is an e-mail');
    for (const ADMIN_PASSWORD of ['rahasia', 'password123', 'admin@localhost']) {
      expect(() => readEnv({ ADMIN_PASSWORD })).toThrow(/^ADMIN_PASSWORD: got "…", allowed is a password/);
    }
  });
});
