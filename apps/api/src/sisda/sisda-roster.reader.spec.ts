import { readRoster, RosterRowError } from './sisda-roster.reader';

const read = (...data: object[]) => readRoster(JSON.stringify({ data }));

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

  it('counts a student listed twice once, as listed last', () => {
    expect(read({ idperson: 7, nama: 'Lama' }, { idperson: '7', nama: 'Baru' })).toMatchObject([
      { nama: 'Baru' },
    ]);
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
