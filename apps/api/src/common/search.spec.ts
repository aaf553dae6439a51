import { searchWords } from './search';

describe('what is searched', () => {
  it('is nothing where nothing is written', () => {
    for (const nothing of [undefined, '', '  \t']) expect(searchWords(nothing)).toEqual([]);
  });

  it('is word by word, with wildcards taken literally', () => {
    expect(searchWords(' putri  100%_\\ ')).toEqual([
      { part: '%putri%', begin: 'putri%', id: null, phones: [] },
      { part: '%100\\%\\_\\\\%', begin: '100\\%\\_\\\\%', id: null, phones: [] },
    ]);
    expect(searchWords('ahmad 12')[1]).toMatchObject({ id: '12%', phones: [] });
  });

  it.each([
    '081234567890',
    '0812 3456 7890',
    '0812-3456-7890',
    '+62 812 3456 7890',
    '+62 (0)812-3456.7890',
    '6281234567890',
    '0062 81234567890',
    '81234567890',
  ])('%s is one telephone number, however it is stored', (text) => {
    const [word, ...more] = searchWords(text);
    expect(more).toEqual([]);
    expect(word!.phones).toEqual(['%081234567890%', '%6281234567890%', '81234567890%']);
  });

  it('is a telephone number also by its beginning, and among words', () => {
    expect(searchWords('0812')[0]!.phones).toEqual(['%0812%', '%62812%', '812%']);
    expect(searchWords('siti 0812-34')[1]!.phones).toContain('%081234%');
  });

  it.each(['12', '255001', '0', '08', '62', '0000000', '8', '812345'])('%s is none', (text) =>
    expect(searchWords(text)[0]!.phones).toEqual([]),
  );
});
