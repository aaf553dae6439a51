import { shapeOf } from './json-shape';

const memberOf = (text: string, key: string) => {
  const [start, end] = shapeOf(text).members.get(key)!;
  return text.slice(start, end).trim();
};

describe('the shape of a JSON text', () => {
  it('is read without recursion, however deep it is', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(memberOf(`{"a":${deep},"b":"[{"}`, 'a')).toBe(deep);
  });

  it('finds the members of the outermost object to the character', () => {
    const text = '{ "status" : true ,\n "data": [ {"data": 1e400, "x": "},]"} ] , "n":-1.50}';
    expect(memberOf(text, 'status')).toBe('true');
    expect(memberOf(text, 'data')).toBe('[ {"data": 1e400, "x": "},]"} ]');
    expect(memberOf(text, 'n')).toBe('-1.50');
    expect([...shapeOf('["data", {"data": 1}]').members]).toEqual([]);
  });

  it.each([
    ['{"a":1,"b":{"a":1}}', null],
    ['[{"a":1},{"a":1}]', null],
    ['{"a":"a","b":"a"}', null],
    ['{"a":1,"a":1}', 'a'],
    ['{"a":1,"b":[{"c":1, "\\u0063" :2}]}', 'c'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ])('sees the repeated key in %s', (text, key) => {
    expect(shapeOf(text).repeatedKey).toBe(key);
  });

  it.each([
    ['"Bulan \\ud83d"', true],
    ['{"a\\uDE00":1}', true],
    ['["\\ude00\\ud83d"]', true],
    ['"\\ud83d\\ude00"', false],
    ['"\\\\ud83d"', false],
    ['"\\ud7ff\\ue000"', false],
  ])('sees half a surrogate pair in %s: %s', (text, lone) => {
    expect(shapeOf(text).hasLoneSurrogate).toBe(lone);
  });
});
