import { encodeCursor, idCursor, pageOf } from './cursor';

describe('a cursor of a list by id', () => {
  const runs = idCursor('runs');

  it('is behind the last row of the page, and none where nothing follows', () => {
    const page = pageOf(['9', '8', '7'], 2, runs.of);
    expect(page.items).toEqual(['9', '8']);
    expect(runs.read(page.nextCursor!)).toBe('8');
    expect(pageOf(['9', '8', '7'], 3, runs.of)).toEqual({ items: ['9', '8', '7'], nextCursor: null });
    expect(pageOf([], 3, runs.of)).toEqual({ items: [], nextCursor: null });
    expect(runs.read(undefined)).toBeUndefined();
  });

  it.each([
    ['of another list', encodeCursor('audit', ['8'])],
    ['without its list', Buffer.from('["8"]').toString('base64url')],
    ['beyond what an id can be', encodeCursor('runs', ['18446744073709551616'])],
    ['with leading zeros', encodeCursor('runs', ['08'])],
    ['of no id', encodeCursor('runs', [null])],
    ['with a number', Buffer.from('["runs",8]').toString('base64url')],
    ['with a number that is none', Buffer.from('["runs",1e400]').toString('base64url')],
    ['with too much', encodeCursor('runs', ['8', '9'])],
    ['that is no list', Buffer.from('{"0":"runs"}').toString('base64url')],
    ['that is no JSON', 'bukan'],
    ['that is empty', ''],
  ])('refuses one %s', (_, cursor) => {
    expect(() => runs.read(cursor)).toThrow(expect.objectContaining({ statusCode: 400 }));
  });
});
