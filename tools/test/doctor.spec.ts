import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const START = resolve(__dirname, '../start.mjs');

describe('npm start -- --check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function check(env: Record<string, string>, args = ['--check']) {
    const { PATH, NODE_ENV } = process.env;
    const known = { PATH, NODE_ENV, DATA_DIR: join(folder, 'data') };
    const { status, stdout, stderr } = spawnSync(process.execPath, [START, ...args], {
      env: { ...known, ...env },
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  }

  it('says that all is well where a start would succeed', () => {
    const { status, said } = check({ PORT: '31977' });
    expect(said).toContain('All is well: npm start would run.');
    expect(said).not.toContain('✗');
    expect(status).toBe(0);
  });

  it('names everything that would fail, with what helps and without a password', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const { status, said } = check({
      PORT: String(port),
      DATABASE_URL: 'mysql://bantubayar:rahasia@127.0.0.1:31978/sekolah',
      REDIS_URL: 'redis://:rahasia@127.0.0.1:31978',
      PAYMENT_API_URL: 'http://127.0.0.1:31978/sisda',
      ...{ SMTP_URL: 'smtp://siti:rahasia@127.0.0.1:31978', MAIL_FROM: 'siti@sekolah.test' },
    });
    server.close();
    expect(status).toBe(1);
    expect(said).toContain(`PORT: ${port} is in use on 127.0.0.1`);
    expect(said).toMatch(
      /✗ Database +DATABASE_URL \(mysql:\/\/bantubayar@127.0.0.1:31978\/sekolah\): nothing listens/,
    );
    expect(said).toMatch(/✗ Queue +REDIS_URL \(redis:\/\/127.0.0.1:31978\/0\): no answer/);
    expect(said).toMatch(
      /✗ Payments +PAYMENT_API_URL \(http:\/\/127.0.0.1:31978\/sisda\): it cannot be reached/,
    );
    expect(said).toMatch(/✗ E-mail +SMTP_URL \(127.0.0.1:31978\): connect ECONNREFUSED/);
    expect(said).toContain('5 things would fail.');
    expect(said).not.toContain('rahasia');
  });

  it.each([
    [{ WORKERS: 'two' }, 'WORKERS: given "two", allowed a whole number from 1 to 64'],
    [{ SYNC_TRIES: '900' }, 'SYNC_TRIES: got "900", allowed is a whole number from 1 to 20'],
  ])('finds the setting that is wrong: %j', (env, words) => {
    const { status, said } = check({ PORT: '31977', ...env });
    expect(said).toContain(words);
    expect(said).toContain('This would fail.');
    expect(status).toBe(1);
  });

  it('tells what is allowed where it is asked for something else', () => {
    const { status, said } = check({}, ['--chek']);
    expect(said).toContain('Allowed is --check');
    expect(status).toBe(1);
  });
});
