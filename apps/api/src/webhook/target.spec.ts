import { env } from '../config/env';
import { assertTarget, checkedTarget, guardedLookup } from './target';

const allow = (http: boolean, ofPrivate: boolean) =>
  Object.assign(env, { WEBHOOK_ALLOW_HTTP: http, WEBHOOK_ALLOW_PRIVATE: ofPrivate });

const lookUp = (hostname: string, all = false) =>
  new Promise<unknown>((resolve, reject) =>
    guardedLookup(hostname, { all }, (error, address) => (error ? reject(error) : resolve(address))),
  );

describe('an address to call', () => {
  beforeEach(() => allow(false, false));
  afterAll(() => allow(false, false));

  it.each([
    ['https://sekolah.example/hook?kunci=1', 'https://sekolah.example/hook?kunci=1'],
    [' https://SEKOLAH.example ', 'https://sekolah.example/'],
    ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080/x'],
    ['http://localhost:8080/', 'http://localhost:8080/'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
    ['https://8.8.8.8/', 'https://8.8.8.8/'],
  ])('may be %s', (given, kept) => {
    expect(checkedTarget(given)).toBe(kept);
  });

  it.each([
    ['sekolah.example/hook', /alamat web/],
    ['ftp://sekolah.example/', /https/],
    ['http://sekolah.example/', /WEBHOOK_ALLOW_HTTP/],
    ['https://a:b@sekolah.example/', /kata sandi/],
    ['https://sekolah.example/#x', /#/],
    ['https://10.1.2.3/', /WEBHOOK_ALLOW_PRIVATE/],
    ['https://192.168.0.1/', /WEBHOOK_ALLOW_PRIVATE/],
    ['https://169.254.169.254/latest', /WEBHOOK_ALLOW_PRIVATE/],
    ['https://0.0.0.0/', /WEBHOOK_ALLOW_PRIVATE/],
    // Other ways to write the same.
    ['https://2852039166/', /WEBHOOK_ALLOW_PRIVATE/],
    ['https://0xa9.0xfe.0xa9.0xfe/', /WEBHOOK_ALLOW_PRIVATE/],
    ['https://[::ffff:10.0.0.1]/', /WEBHOOK_ALLOW_PRIVATE/],
    ['https://[fd00::1]/', /WEBHOOK_ALLOW_PRIVATE/],
    ['https://[fe80::1]/', /WEBHOOK_ALLOW_PRIVATE/],
    ['https://[64:ff9b::a00:1]/', /WEBHOOK_ALLOW_PRIVATE/],
    ['https://[fec0::1]/', /WEBHOOK_ALLOW_PRIVATE/],
    ['https://[::10.0.0.1]/', /WEBHOOK_ALLOW_PRIVATE/],
    ['https://198.19.0.1/', /WEBHOOK_ALLOW_PRIVATE/],
  ])('may not be %s', (given, why) => {
    expect(() => checkedTarget(given)).toThrow(why);
    expect(() => assertTarget(given)).toThrow(why);
  });

  it('may be what the operator allows', () => {
    allow(true, true);
    expect(checkedTarget('http://10.1.2.3/')).toBe('http://10.1.2.3/');
  });
});

describe('the name of an address', () => {
  beforeEach(() => allow(false, false));
  afterAll(() => allow(false, false));

  it('is looked up as Node asks for it', async () => {
    expect(await lookUp('localhost')).toMatch(/^(127\.|::1)/);
    expect(await lookUp('localhost', true)).toEqual(
      expect.arrayContaining([expect.objectContaining({ family: expect.any(Number) })]),
    );
  });

  it('leads nowhere that must not be called', async () => {
    await expect(lookUp('10.0.0.7')).rejects.toThrow(/jaringan pribadi/);
    // Another name that leads to this machine.
    await expect(lookUp('127.0.0.1.')).rejects.toThrow();
    allow(false, true);
    expect(await lookUp('10.0.0.7')).toBe('10.0.0.7');
  });
});
