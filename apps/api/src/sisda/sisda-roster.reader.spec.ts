import { readRoster, RosterRowError } from './sisda-roster.reader';

const read = (...data: object[]) => readRoster({ text: JSON.stringify({ data }), isWhole: true });

describe('reading the roster', () => {
  it('takes idperson as a number or a string and fills what is missing with null', () => {
    const [first, second] = read(
      { idperson: 7, nama: ' Ahmad ', phone: 812 },
      { idperson: '8', nama: 'Siti' },
    );
    expect(first).toMatchObject({
      idperson: '7',
      nama: 'Ahmad',
      phone: '812',
      gender: null,
      KelasFormal: null,
    });
    expect(second).toMatchObject({ idperson: '8' });
  });

  it('counts a student listed twice in the same words once', () => {
    expect(read({ idperson: 7, nama: 'Ali' }, { idperson: '7', nama: ' Ali ' })).toHaveLength(1);
  });

  it.each([
    [{ idperson: 7, nama: 'Lain' }, 'nama', 'berbeda dari baris lain dengan idperson yang sama ("Ali")'],
    [{ idperson: 8, nama: 'x'.repeat(192) }, 'nama', '192 karakter, paling banyak 191'],
    [
      { idperson: 8, nama: 'Ali', UnitFormal: 'x'.repeat(101) },
      'UnitFormal',
      '101 karakter, paling banyak 100',
    ],
    [{ idperson: 8, nama: 'Ali', gender: 'Laki-laki' }, 'gender', '9 karakter, paling banyak 1'],
    [{ idperson: 8, nama: 'Ali\ud83d' }, 'nama', 'berisi separuh karakter Unicode'],
    [{ idperson: 8, nama: 'Ali', phone: ['0812'] }, 'phone', 'bukan teks'],
    [{ idperson: 8, nama: 'Ali', KelasFormal: true }, 'KelasFormal', 'bukan teks'],
  ])('refuses what cannot be kept as it is, and says whose it is: %j', (row, field, problem) => {
    expect(() => read({ idperson: 7, nama: 'Ali' }, row)).toThrow(
      expect.objectContaining({ row: 2, idperson: String(row.idperson), field, problem }),
    );
  });

  it('counts characters as people do', () => {
    expect(read({ idperson: 8, nama: '😀'.repeat(191) })[0]!.nama).toBe('😀'.repeat(191));
  });

  it('takes no number for another student', () => {
    const text = '{"data":[{"idperson":9007199254740993.0,"nama":"Ali"}]}';
    expect(() => readRoster({ text, isWhole: true })).toThrow(RosterRowError);
  });

  it.each([
    [{ nama: 'Tanpa' }, 'idperson'],
    [{ idperson: 0, nama: 'Nol' }, 'idperson'],
    [{ idperson: -5, nama: 'Minus' }, 'idperson'],
    [{ idperson: '18446744073709551616', nama: 'Terlalu besar' }, 'idperson'],
    [{ idperson: 1.5, nama: 'Pecahan' }, 'idperson'],
    [{ idperson: 5, nama: '  ' }, 'nama'],
  ])('refuses %j and says which row and field', (row, field) => {
    const error = (() => {
      try {
        return read({ idperson: 1, nama: 'Baik' }, row);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(RosterRowError);
    expect(error).toMatchObject({ row: 2, field });
  });
});
