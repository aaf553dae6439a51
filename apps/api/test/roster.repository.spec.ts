import type { DataSource } from 'typeorm';
import { RosterStage } from '../src/siswa/roster-stage';
import { RosterRepository } from '../src/siswa/roster.repository';
import { readRoster, type RosterRow } from '../src/sisda/sisda-roster.reader';
import { freshDatabase, scalar } from './database';

describe('applying a roster', () => {
  let dataSource: DataSource;
  let rosters: RosterRepository;

  beforeEach(async () => {
    dataSource = await freshDatabase();
    rosters = new RosterRepository(dataSource, new RosterStage(dataSource));
  });
  afterEach(() => dataSource.destroy());

  const roster = (ids: string[], more: object = {}): RosterRow[] =>
    readRoster({
      text: JSON.stringify({
        data: ids.map((idperson) => ({ idperson, nama: `Siswa ${idperson}`, ...more })),
      }),
      isWhole: true,
    });
  const ten = Array.from({ length: 10 }, (_, index) => String(index + 1));
  const present = () => scalar(dataSource, 'SELECT COUNT(*) FROM siswa WHERE left_at IS NULL');

  it('inserts, updates, keeps, marks as left and takes back', async () => {
    expect(await rosters.apply(roster(ten), false, 'Siti')).toEqual({
      inserted: 10,
      updated: 0,
      unchanged: 0,
      left: 0,
      total: 10,
    });
    const next = [
      ...roster(ten.slice(0, 2), { KelasFormal: '9A' }),
      ...roster(ten.slice(2, 9)),
      ...roster(['11']),
    ];
    expect(await rosters.apply(next, false, 'Siti')).toEqual({
      inserted: 1,
      updated: 2,
      unchanged: 7,
      left: 1,
      total: 10,
    });
    expect(await present()).toBe('10');
    expect(await rosters.apply(roster([...ten, '11']), false, 'Siti')).toMatchObject({
      inserted: 0,
      updated: 3,
      left: 0,
    });
  });

  it('keeps the payments of a student who left', async () => {
    await rosters.apply(roster(ten), false, 'Siti');
    await dataSource.query(`UPDATE siswa SET pembayaran = '[]' WHERE idperson = 10`);
    await rosters.apply(roster(ten.slice(0, 9)), false, 'Siti');
    expect(await scalar(dataSource, 'SELECT pembayaran FROM siswa WHERE idperson = 10')).toBe('[]');
  });

  it.each([
    ['empty', 0],
    ['smaller by 30 %', 7],
  ])('changes nobody when it is %s, unless forced', async (_, size) => {
    await rosters.apply(roster(ten), false, 'Siti');
    const small = roster(ten.slice(0, size), { KelasFormal: 'baru' });
    await expect(rosters.apply(small, false, 'Siti')).rejects.toMatchObject({
      statusCode: 502,
      code: 'roster_suspicious',
      details: { current: 10, incoming: size, left: 10 - size },
    });
    expect(await present()).toBe('10');
    expect(await scalar(dataSource, `SELECT COUNT(*) FROM siswa WHERE KelasFormal = 'baru'`)).toBe('0');
    expect(await rosters.apply(small, true, 'Siti')).toMatchObject({ left: 10 - size, total: size });
  });

  it('changes nobody when most are not on it, however long it is, unless forced', async () => {
    await rosters.apply(roster(ten), false, 'Siti');
    const others = (known: number) => roster([...ten.slice(0, known), ...ten.map((id) => `${id}00`)]);
    await expect(rosters.apply(others(4), false, 'Siti')).rejects.toMatchObject({
      code: 'roster_suspicious',
      details: { current: 10, incoming: 14, left: 6 },
    });
    expect(await present()).toBe('10');
    expect(await rosters.apply(others(5), false, 'Siti')).toMatchObject({ inserted: 10, left: 5 });
    expect(await rosters.apply(roster(['1']), true, 'Siti')).toMatchObject({ left: 14, total: 1 });
  });

  it('accepts one that shrank by 20 %', async () => {
    await rosters.apply(roster(ten), false, 'Siti');
    expect(await rosters.apply(roster(ten.slice(0, 8)), false, 'Siti')).toMatchObject({ left: 2 });
  });

  it('keeps every digit of the largest idperson', async () => {
    const text = '{"data":[{"idperson":18446744073709551615,"nama":"Ujung"}]}';
    await rosters.apply(readRoster({ text, isWhole: true }), false, 'Siti');
    expect(await scalar(dataSource, 'SELECT idperson FROM siswa')).toBe('18446744073709551615');
  });
});
