import { endsTooEarly, parseJson } from './json';

describe('parseJson', () => {
  it('keeps numbers that JavaScript cannot hold as their digits', () => {
    const text =
      '{"id":18446744073709551615,"n":-9007199254740993,"same":9007199254740993.0,"half":125000.00000000000000001}';
    expect(parseJson(text)).toEqual({
      id: '18446744073709551615',
      n: '-9007199254740993',
      same: '9007199254740993.0',
      half: '125000.00000000000000001',
    });
  });

  it('is JSON.parse for everything else', () => {
    const text = '{"a":[1,-2.5,1e3,null,true,"12345678901234567890",1234567890123456],"b":{"c":"\\u00e9"}}';
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  it('refuses what is not JSON', () => {
    expect(() => parseJson('{"id":18446744073709551615')).toThrow();
  });
});

describe('a text that is no JSON', () => {
  it.each([
    ['', true],
    ['  ', true],
    ['{"data":[{"idperson":255046,"per', true],
    ['{"a":1', true],
    ['{"a":tru', true],
    ['{"a":-', true],
    ['{"a":"x\\u12', true],
    ['{"a":1.', true],
    ['{"a":1}\n<!-- 12 ms -->', false],
    ['<html>', false],
    ['{"a":1,}', false],
    ['[1 2]', false],
  ])('%j ended too early: %s', (text, early) => {
    const error = (() => {
      try {
        return JSON.parse(text) as never;
      } catch (thrown) {
        return thrown as Error;
      }
    })();
    expect(endsTooEarly(text, error)).toBe(early);
  });
});
