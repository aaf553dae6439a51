import { nomorIn, searchWords } from './search';

describe('what is searched', () => {
  it('is nothing where nothing is written', () => {
    for (const nothing of [undefined, '', '  \t']) expect(searchWords(nothing)).toEqual([]);
  });

  it('is word by word, with wildcards taken literally', () => {
    expect(searchWords(' putri  100%_\\ ')).toEqual([
      { part: '%putri%', begin: 'putri%', id: null, nomor: null },
      { part: '%100\\%\\_\\\\%', begin: '100\\%\\_\\\\%', id: null, nomor: null },
    ]);
    expect(searchWords('ahmad 12')[1]).toMatchObject({ id: '12%', nomor: null });
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
    expect(word!.nomor).toBe('81234567890');
  });

  it('is a telephone number also by its beginning, and among words', () => {
    expect(searchWords('0812')[0]!.nomor).toBe('812');
    expect(searchWords('siti 0812-34')[1]!.nomor).toBe('81234');
  });

  it.each(['12', '255001', '0', '08', '62', '0000000', '8', '812345'])('%s is none', (text) =>
    expect(searchWords(text)[0]!.nomor).toBeNull(),
  );

  it.each<[string | null, string[]]>([
    [null, []],
    ['', []],
    ['081234567899', ['81234567899']],
    ['+62 812-3456-7899', ['6281234567899', '81234567899']],
    ['(812) 3456.7899', ['81234567899']],
    ['021 555 / 0812 34567899', ['21555', '81234567899']],
    ['0812 0345 6271', ['81203456271', '3456271']],
    ['0812345678901234567', ['81234567890123', '1234567']],
    ['٠٨١٢٣٤٥٦', []],
  ])('a number stored as %s is found by the beginnings of %j', (phone, nomor) =>
    expect(nomorIn(phone)).toEqual(nomor),
  );
});
