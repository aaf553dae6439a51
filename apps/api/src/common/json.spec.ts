import { parseJson } from './json';

describe('parseJson', () => {
  it('keeps integers beyond a number as their digits', () => {
    expect(parseJson('{"id":18446744073709551615,"n":-9007199254740993,"small":1234567890123456}')).toEqual({
      id: '18446744073709551615',
      n: '-9007199254740993',
      small: 1234567890123456,
    });
  });

  it('is JSON.parse for everything else', () => {
    const text = '{"a":[1,-2.5,1e3,null,true,"12345678901234567890"],"b":{"c":"\\u00e9"}}';
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  it('refuses what is not JSON', () => {
    expect(() => parseJson('{"id":18446744073709551615')).toThrow();
  });
});
