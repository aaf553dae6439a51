/** Requests made from the OpenAPI document: each by its number alone, so that it can be made again. */
import { Random } from '../chaos/random.mjs';
import { oddValue, spoil, toJson, valueOf } from './values.mjs';

/** @typedef {import('./values.mjs').Schema} Schema */
/** @typedef {{ operation: string, method: string, path: string, headers: Record<string, string>, body: Buffer | null, who: Who }} FuzzRequest */
/** @typedef {'admin' | 'token' | 'reader' | 'guest' | 'nobody'} Who */
/** @typedef {{ method: string, path: string, parameters: any[], body: Schema | null }} Operation */

const ODD_IDS = [
  ...[
    '0',
    '-1',
    '01',
    '1e3',
    '1.0',
    'null',
    'undefined',
    '%20',
    '%201',
    '1%20',
    '%00',
    '%ff',
    '%E0%A4',
    '%zz',
    '%',
  ],
  ...[
    '%2e%2e',
    '..%2f..',
    '%EF%BC%91',
    '%D9%A1',
    '18446744073709551615',
    '18446744073709551616',
    "1'--",
    '1;2',
    '__proto__',
  ],
  ...['0'.repeat(70) + '1', '9'.repeat(400), 'x'.repeat(3_000), '%F0%9F%98%80', '1,2', '*', '{id}'],
];
const ODD_QUERIES = [
  ...[
    'limit=',
    'limit=0',
    'limit=1e9',
    'limit=-1',
    'limit=1&limit=2',
    'limit[]=1',
    'limit[a]=1',
    '__proto__[a]=1',
    'a=1',
    '&&&',
    '=',
    '%',
    '%ff=%ff',
  ],
  ...[
    'search=%00',
    'search=%25%5f%5c',
    'search=%ED%A0%80',
    'search=%F0%9F%98%80',
    `search=${'x'.repeat(5_000)}`,
    'staleHours=1e400',
    'after=-1',
  ],
  ...['cursor=', 'cursor=x', 'cursor=%00', 'cursor=null', `cursor=${'A'.repeat(9_000)}`],
  ...[
    '[1e400,"1"]',
    '[null,null]',
    '[]',
    '{}',
    '"x"',
    '[[[[[]]]]]',
    '["\\ud800","1"]',
    '[1,"99999999999999999999999"]',
    '["a","b","c","d"]',
    '[true,false]',
    '[-1,"-1"]',
    '[{"a":1},"1"]',
  ].map((text) => `cursor=${Buffer.from(text).toString('base64url')}`),
];
const CONTENT_TYPES = [
  ...[
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/xml',
    '',
    'application/json; charset=latin1',
  ],
  ...[
    'application/json; charset=utf-16',
    'application/json; charset=x',
    'application/vnd.api+json',
    'APPLICATION/JSON',
    'application/json;;',
    '*/*',
  ],
];
/** @type {Record<string, string>[]} */
const ODD_HEADERS = [
  ...[
    { 'content-encoding': 'gzip' },
    { 'content-encoding': 'x' },
    { 'if-none-match': '"' },
    { 'if-none-match': 'W/"1", *' },
    { accept: 'text/html' },
  ],
  ...[
    { accept: 'application/xml' },
    { accept: ',;q=' },
    { 'accept-language': ';;q=x,id-ID;q=9' },
    { cookie: 'a=%E0%A4; =;; b' },
    { origin: 'null' },
  ],
  ...[
    { authorization: 'Bearer' },
    { authorization: 'Basic eDp5' },
    { 'idempotency-key': 'k' },
    { 'idempotency-key': 'x'.repeat(192) },
    { 'idempotency-key': '\u00ff' },
  ],
  ...[
    { 'x-forwarded-for': 'x, y' },
    { 'sec-fetch-site': 'cross-site' },
    { 'x-http-method-override': 'DELETE' },
    { expect: 'x' },
    { range: 'bytes=9-1' },
  ],
];
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
const OTHER_PATHS = [
  '/',
  '/openapi.json',
  '/docs',
  '/health/live',
  '/health/ready',
  '/metrics',
  '/assets/%2e%2e/x',
  '/tiada',
  '//admin',
  '/admin//siswa',
  '/ADMIN/siswa',
  '/admin/siswa/',
];

export class Requests {
  /** @param {any} document @param {number} seed @param {string[]} ids that exist */
  constructor(document, seed, ids) {
    this.schemas = document.components.schemas;
    this.seed = seed;
    this.ids = ids;
    /** @type {Operation[]} */
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
        ...{ method: method.toUpperCase(), path, parameters },
        body: requestBody?.content?.['application/json']?.schema ?? null,
      })),
    );
  }

  /** @param {number} number @returns {FuzzRequest} */
  make(number) {
    const random = new Random(this.seed, 'request', number);
    const operation = random.pick(this.operations);
    const isOdd = (/** @type {number} */ percent) => random.whole(1, 100) <= percent;
    const method = isOdd(6) ? random.pick(METHODS) : operation.method;
    const path = isOdd(3) ? random.pick(OTHER_PATHS) : this.pathOf(random, operation, isOdd(25));
    const query = this.queryOf(random, operation, isOdd(30));
    const { body, headers } = this.bodyOf(random, operation, isOdd(70));
    return {
      operation: `${operation.method} ${operation.path}`,
      ...{ method, path: path + (query && `?${query}`), body },
      headers: { accept: 'application/json', ...headers, ...(isOdd(12) && random.pick(ODD_HEADERS)) },
      who: isOdd(75) ? 'admin' : random.pick(['token', 'reader', 'guest', 'nobody']),
    };
  }

  /** @param {Random} random @param {Operation} operation @param {boolean} isOdd */
  pathOf(random, { path }, isOdd) {
    return path.replace(/\{(\w+)\}/g, (_, name) => {
      if (isOdd) return random.pick(ODD_IDS);
      return name === 'format' ? random.pick(['csv', 'xlsx']) : random.pick(this.ids);
    });
  }

  /** @param {Random} random @param {Operation} operation @param {boolean} isOdd */
  queryOf(random, { parameters }, isOdd) {
    const parts = parameters
      .filter((each) => each.in === 'query' && (each.required || random.whole(1, 4) === 1))
      .map(({ name, schema }) => {
        const value = random.whole(1, 6) === 1 ? oddValue(random) : valueOf(random, schema, this.schemas);
        return `${name}=${encode(value)}`;
      });
    if (isOdd) parts.push(random.pick(ODD_QUERIES));
    return parts.join('&');
  }

  /** @param {Random} random @param {Operation} operation @param {boolean} isOdd @returns {{ body: Buffer | null, headers: Record<string, string> }} */
  bodyOf(random, { method, body: schema }, isOdd) {
    if (method === 'GET' && random.whole(1, 20) > 1) return { body: null, headers: {} };
    if (!schema && random.whole(1, 3) > 1) return { body: null, headers: {} };
    const valid = valueOf(random, schema ?? {}, this.schemas);
    const headers = { 'content-type': 'application/json' };
    if (!isOdd) return { body: Buffer.from(toJson(valid)), headers };
    const text = toJson(random.whole(1, 4) === 1 ? oddValue(random) : spoil(random, valid));
    const kind = random.whole(1, 12);
    if (kind === 1)
      return { body: Buffer.from(text), headers: { 'content-type': random.pick(CONTENT_TYPES) } };
    if (kind === 2) return { body: Buffer.from(text.slice(0, random.whole(0, text.length))), headers };
    if (kind === 3)
      return { body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]), headers };
    if (kind === 4) return { body: Buffer.from(text.replace(/[a-z]/, '\u00ff'), 'latin1'), headers };
    return { body: Buffer.from(text), headers };
  }
}

/** @param {unknown} value */
function encode(value) {
  const text = typeof value === 'string' ? value : toJson(value);
  return encodeURIComponent(text.toWellFormed?.() ?? text).slice(0, 6_000);
}
