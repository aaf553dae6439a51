/** Requests made from the OpenAPI document: each by its number alone, so that it can be made again. */
import { Random } from '../chaos/random.mjs';
import { CONTENT_TYPES, METHODS, ODD_HEADERS, ODD_IDS, ODD_QUERIES, OTHER_PATHS } from './odd.mjs';
import { oddValue, spoil, toJson, valueOf } from './values.mjs';

/** @typedef {import('./values.mjs').Schema} Schema */
/** @typedef {{ operation: string, method: string, path: string, headers: Record<string, string>, body: Buffer | null, who: Who }} FuzzRequest */
/** @typedef {'admin' | 'token' | 'reader' | 'guest' | 'nobody'} Who */
/** @typedef {{ method: string, path: string, parameters: any[], body: Schema | null }} Operation */

export class Requests {
  /** @param {any} document @param {number} seed @param {string[]} ids that exist */
  constructor(document, seed, ids) {
    const { schemas, parameters: shared } = document.components;
    this.schemas = schemas;
    this.seed = seed;
    this.ids = ids;
    /** @type {Operation[]} */
    this.operations = Object.entries(document.paths).flatMap(([path, { parameters: _, ...methods }]) =>
      Object.entries(methods).map(([method, { parameters, requestBody }]) => ({
        ...{ method: method.toUpperCase(), path },
        parameters: parameters.map((/** @type {any} */ each) => shared[each.$ref?.split('/').at(-1)] ?? each),
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
