import type { ApiErrorDto, SiswaListItemDto, SiswaPageDto } from '@bantubayar/shared';
import { eventually } from '../support/eventually';
import { Stack } from '../support/stack';

const STUDENTS = 60;
const PHONES = [
  ...['081234567890', '+62 812-3456-7890', '62 (812) 3456.7890', '021 555 / 0812 34567890', '81234567890'],
  ...['0813 0621 3789', '100%', '08_34567890', '٠٨١٢٣٤٥٦٧٨٩٠', '', null],
];
/** The first five are the same number. */
const SAME = 5;

describe('searching students by what is typed', () => {
  let stack: Stack;
  let students: SiswaListItemDto[];

  beforeAll(async () => {
    stack = await Stack.start('search', { students: STUDENTS, workers: 0 });
    const { items } = await list('sort=idperson&limit=500');
    for (const [n, phone] of PHONES.entries())
      await stack.query('UPDATE siswa SET phone = ? WHERE idperson = ?', [phone, items[n]!.idperson]);
    students = (await list('sort=idperson&limit=500')).items;
  });
  afterAll(() => stack.stop());

  const list = async (query: string) => (await stack.client.get<SiswaPageDto>(`/admin/siswa?${query}`)).body;
  const search = (text: string, more = '') => list(`search=${encodeURIComponent(text)}${more}`);
  const ids = (items: readonly SiswaListItemDto[]) => items.map(({ idperson }) => idperson).sort();
  const counted = () =>
    eventually(async () => {
      const left = await stack.query('SELECT 1 FROM siswa WHERE belum_terhitung = 1 LIMIT 1');
      return left.length === 0 || null;
    });

  /** What a row is found by: part of the name, or how its class or idperson begins. */
  const beginsOrHas = (text: string) =>
    students.filter(
      ({ nama, idperson, KelasFormal }) =>
        nama.toLowerCase().includes(text) || idperson.startsWith(text) || KelasFormal?.startsWith(text),
    );

  describe.each([
    ['as soon as it is written', async () => undefined],
    ['once it is counted', counted],
  ])('%s', (_, ready) => {
    beforeAll(async () => void (await ready()));

    it.each([
      ...['081234567890', '0812 3456 7890', '+62 812-3456-7890', '+62 (0)812 3456.7890', '6281234567890'],
      ...['0062 812 34567890', '81234567890', '0812-3456', '  0812345678  '],
    ])('the number %s is found however it is stored', async (text) => {
      for (const sort of ['nama', '-nama', 'idperson', '-tunggakan']) {
        const { items, total } = await search(text, `&sort=${sort}`);
        expect(ids(items)).toEqual(ids(students.slice(0, SAME)));
        expect(total).toBe(SAME);
      }
    });

    it('pages through a number page by page, and within a school unit', async () => {
      const first = await search('08123456', '&limit=2');
      const second = await search('08123456', `&limit=500&cursor=${first.nextCursor}`);
      expect(ids([...first.items, ...second.items])).toEqual(ids(students.slice(0, SAME)));
      const { UnitFormal } = students[0]!;
      const there = students.slice(0, SAME).filter((siswa) => siswa.UnitFormal === UnitFormal);
      expect(ids((await search('0812 3456', `&lembaga=${UnitFormal}`)).items)).toEqual(ids(there));
    });

    it('a second number, and what follows a zero within one, are found too', async () => {
      expect(ids((await search('0215')).items)).toContain(students[3]!.idperson);
      expect(ids((await search('062137')).items)).toEqual([students[5]!.idperson]);
    });

    it.each(['1', '2', '7', '8', '12', '25', '250', '0', '99'])(
      'the digits %s are the beginning of an idperson or class, or part of a name',
      async (text) => {
        const { items, total } = await search(text, '&limit=500');
        expect(ids(items)).toEqual(ids(beginsOrHas(text)));
        expect(total).toBe(items.length);
      },
    );

    it('words and digits narrow each other down', async () => {
      const { nama, idperson } = students[7]!;
      const word = nama.split(' ')[0]!.toLowerCase();
      expect(ids((await search(`${word} ${idperson}`)).items)).toEqual([idperson]);
      const both = beginsOrHas(word).filter((siswa) => beginsOrHas('25').includes(siswa));
      expect(ids((await search(`25 ${word}`, '&limit=500')).items)).toEqual(ids(both));
    });

    it.each([
      ...['123456789012345678901234567890', '0'.repeat(30), `08${'1'.repeat(28)}`, '18446744073709551616'],
      ...[
        '%',
        '_',
        '%%',
        '0812%',
        '0_12',
        '08%12',
        '+62',
        '+',
        '()',
        '\\',
        "'; DROP TABLE siswa; --",
        '٠٨١٢',
      ],
    ])('%s finds nobody', async (text) => expect(await search(text)).toMatchObject({ items: [], total: 0 }));
  });

  it('a number that changes is found by the new one alone', async () => {
    await counted();
    const { idperson } = students[0]!;
    const found = async (text: string) => ids((await search(text)).items).includes(idperson);
    await stack.query("UPDATE siswa SET phone = '0899 8877 6655' WHERE idperson = ?", [idperson]);
    expect([await found('081234567890'), await found('0899 8877')]).toEqual([false, true]);
    await counted();
    expect([await found('081234567890'), await found('0899 8877')]).toEqual([false, true]);
  });

  it('what is too long is refused', async () => {
    const { status, body } = await stack.client.get<ApiErrorDto>(`/admin/siswa?search=${'1'.repeat(300)}`);
    expect([status, body.code]).toEqual([400, 'validation_failed']);
  });
});
