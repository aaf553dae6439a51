import { excessOf } from './json-limits';

const limits = { bytes: 1_000_000, values: 1_000 };
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('what is too much for a body', () => {
  it.each([
    ['depth', nested(17), 'too_deep'],
    ['depth of objects', '{"a":'.repeat(17) + '1' + '}'.repeat(17), 'too_deep'],
    ['elements', `[${'1,'.repeat(1_000)}1]`, 'too_many'],
    ['members', `{${Array.from({ length: 201 }, (_, n) => `"k${n}":1`).join()}}`, 'too_many'],
    ['what never closes', '['.repeat(100_000), 'too_deep'],
  ])('%s', (_, text, excess) => {
    expect(excessOf(text, limits)).toBe(excess);
  });

  it('counts nothing inside strings', () => {
    expect(excessOf(JSON.stringify({ a: '[{,:"\\'.repeat(2_000) }), limits)).toBeNull();
    expect(excessOf(nested(16), limits)).toBeNull();
  });

  it('takes time in proportion to the text', () => {
    const begun = performance.now();
    excessOf(`"${'x'.repeat(5_000_000)}"`, limits);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
