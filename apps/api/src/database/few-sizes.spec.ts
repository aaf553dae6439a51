import { padded, portions } from './few-sizes';

const rows = (n: number) => Array.from({ length: n }, (_, k) => [k, `${k}`]);

describe('rows of prepared statements', () => {
  it.each([
    [1, 1],
    [3, 5],
    [51, 100],
    [200, 200],
    [201, 201],
  ])('%d with a key are padded to %d', (given, size) => {
    const all = padded(rows(given));
    expect(all).toHaveLength(size);
    expect(all.slice(0, given)).toEqual(rows(given));
    expect(all.slice(given)).toEqual(Array(size - given).fill([null, null]));
  });

  it('come in portions, in their order and without loss', () => {
    expect(portions(rows(187)).map(({ length }) => length)).toEqual([100, 50, 20, 10, 5, 2]);
    expect(portions(rows(450)).map(({ length }) => length)).toEqual([200, 200, 50]);
    expect(portions(rows(187)).flat()).toEqual(rows(187));
    expect(portions([])).toEqual([]);
  });
});
