/** Values of a schema of the OpenAPI document, and what they are spoilt into. */

/** @typedef {import('../chaos/random.mjs').Random} Random @typedef {Record<string, any>} Schema */

/** JSON text that no value of JavaScript gives. */
class Raw {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

const nested = (/** @type {number} */ depth) => new Raw('['.repeat(depth) + ']'.repeat(depth));
const manyKeys = (/** @type {number} */ count) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, n]));

/** What a field does not expect; made anew each time, since some are large. @type {(() => unknown)[]} */
const ODD = [
  ...[null, '', ' ', 0, -1, 1.5, true, false, [], {}, [null], [[]], [{}], { a: null }].map(
    (value) => () => value,
  ),
  ...[2 ** 53, -(2 ** 63), 1e308, 1e-320, '1e400', '0x10', '١', '1,5', 'NaN', '-0'].map(
    (value) => () => value,
  ),
  ...['1e400', '-1e400', '123456789012345678901234567890', '0.1234567890123456789', '-0'].map(
    (text) => () => new Raw(text),
  ),
  ...[
    '"\\ud800"',
    '"\\udc00\\ud800"',
    '"\\u0000"',
    '{"a":1,"a":2}',
    '{"__proto__":{"a":1}}',
    '{"constructor":1}',
  ].map((text) => () => new Raw(text)),
  ...[
    "' OR 1=1 -- ",
    '\\',
    '%',
    '_',
    '"',
    '\u202e',
    '😀'.repeat(60),
    'İ',
    '=1+1',
    '../../etc/passwd',
    'ádmin@localhost',
  ].map((value) => () => value),
  () => nested(40),
  () => nested(1_400),
  () => nested(9_000),
  () => manyKeys(2_000),
  () => 'x'.repeat(300),
  () => 'x'.repeat(70_000),
  () => Array.from({ length: 5_000 }, (_, n) => n),
  () => '2026-02-31T25:61:61Z',
];

/** @param {Random} random */
export const oddValue = (random) => random.pick(ODD)();

/** A value that the schema allows, as far as it says. @param {Random} random @param {Schema} schema @param {Record<string, Schema>} schemas @returns {unknown} */
export function valueOf(random, schema, schemas, depth = 0) {
  const { $ref, anyOf, const: only, enum: choices } = schema;
  if ($ref) return valueOf(random, schemas[$ref.split('/').at(-1)] ?? {}, schemas, depth);
  if (anyOf) return valueOf(random, random.pick(anyOf), schemas, depth);
  if (Array.isArray(schema['type'])) {
    const [type, orNull] = schema['type'];
    return valueOf(
      random,
      { ...schema, type: orNull && random.whole(1, 10) === 1 ? orNull : type },
      schemas,
      depth,
    );
  }
  if (schema['type'] === 'null') return null;
  if (only !== undefined) return only;
  if (choices) return random.pick(choices);
  if (schema['type'] === 'array') {
    const length = random.whole(schema['minItems'] ?? 0, Math.max(schema['minItems'] ?? 0, 3));
    return Array.from({ length }, () => valueOf(random, schema['items'] ?? {}, schemas, depth + 1));
  }
  if (schema['type'] === 'object' || schema['properties']) return objectOf(random, schema, schemas, depth);
  return plainOf(random, schema);
}

/** @param {Random} random @param {Schema} schema @param {Record<string, Schema>} schemas @param {number} depth */
function objectOf(random, { properties = {}, required = [] }, schemas, depth) {
  const names = Object.keys(properties).filter((name) => required.includes(name) || random.whole(1, 2) === 1);
  return Object.fromEntries(
    names.map((name) => [name, valueOf(random, properties[name], schemas, depth + 1)]),
  );
}

/** @param {Random} random @param {Schema} schema */
function plainOf(random, { type, format, minimum = 0, maximum = 1_000, minLength = 0 }) {
  if (type === 'boolean') return random.whole(0, 1) === 1;
  if (type === 'integer' || type === 'number')
    return random.whole(minimum, Math.min(maximum, minimum + 1_000));
  if (format === 'date-time') return `2026-0${random.whole(1, 9)}-01T00:00:00.000Z`;
  if (format === 'idn-email') return `orang${random.whole(1, 9)}@sekolah.test`;
  const word = random.pick([
    'SMP',
    '8A',
    '1',
    '12',
    'Ahmad',
    'sync:read',
    '* * * * *',
    'Asia/Jakarta',
    'kata-sandi-panjang',
  ]);
  return word.padEnd(minLength, 'x');
}

/** The value with something in it spoilt. @param {Random} random @param {unknown} value @returns {unknown} */
export function spoil(random, value) {
  const isObject = typeof value === 'object' && value !== null && !(value instanceof Raw);
  const names = isObject ? Object.keys(value) : [];
  if (!isObject || random.whole(1, 5) === 1) return oddValue(random);
  if (Array.isArray(value))
    return value.length ? value.map((item, n) => (n ? item : spoil(random, item))) : [oddValue(random)];
  const name = names.length && random.whole(1, 4) > 1 ? random.pick(names) : `more${random.whole(1, 3)}`;
  const { [name]: spoilt, ...rest } = /** @type {Record<string, unknown>} */ (value);
  return random.whole(1, 6) === 1 ? rest : { ...rest, [name]: spoil(random, spoilt) };
}

/** @param {unknown} value @returns {string} */
export function toJson(value) {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .map(([name, each]) => `${JSON.stringify(name)}:${toJson(each)}`)
    .join(',')}}`;
}
