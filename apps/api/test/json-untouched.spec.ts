import type { DataSource } from 'typeorm';
import { JSON_UNTOUCHED } from '../src/database/json-untouched';
import { inTransaction } from '../src/database/transaction';
import { TagihanTerbukaRepository } from '../src/pembayaran/tagihan-terbuka.repository';
import { readRoster } from '../src/sisda/sisda-roster.reader';
import { RosterStage } from '../src/siswa/roster-stage';
import { RosterRepository } from '../src/siswa/roster.repository';
import { addSiswa, freshDatabase, scalar } from './database';
import { storesOn } from './stores';

/** MariaDB takes 32 levels, MySQL 100. */
const LEVELS = 40;
const ANSWER = `[{"idperson":"1","saldo":0,"periods":[],"lain":${'['.repeat(LEVELS)}${']'.repeat(LEVELS)}}]`;

/** Of JSON that the server would refuse now, as a copy of another database may hold it, it shows whether it is read. */
describe('a change that leaves the JSON of a row as it is', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;

  beforeEach(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
    await addSiswa(dataSource, 3);
    await dataSource.query(
      `${JSON_UNTOUCHED} UPDATE siswa SET pembayaran = ?, content_hash = UNHEX(SHA2('a', 256))`,
      [ANSWER],
    );
  });
  afterEach(async () => {
    expect(await scalar(dataSource, 'SELECT COUNT(*) FROM siswa WHERE pembayaran = ?', [ANSWER])).toBe('3');
    await dataSource.destroy();
  });

  const of = (columns: string) =>
    dataSource.query<Record<string, unknown>[]>(`SELECT ${columns} FROM siswa ORDER BY idperson`);

  it('is made by an answer that is the same, and by one that is not applied', async () => {
    await inTransaction(dataSource, async (tx) => {
      await stores.pembayaran.touch(tx, ['1', '2']);
      await stores.pembayaran.noteReason(tx, ['2', '3'], 'invalid_answer');
    });
    expect(await of('fetched_at IS NULL AS never, last_reason AS reason')).toEqual([
      { never: 0, reason: null },
      { never: 0, reason: 'invalid_answer' },
      { never: 1, reason: 'invalid_answer' },
    ]);
  });

  it('is made by a new day, by figures that are derived anew, and by counting', async () => {
    await inTransaction(dataSource, (tx) => new TagihanTerbukaRepository().settle(tx, ['3']));
    expect((await of('status_pembayaran AS status')).map(({ status }) => status)).toEqual([
      ...['belum_sinkron', 'belum_sinkron', 'lunas'],
    ]);
    expect(await stores.outdated.derive()).toBe(3);
    expect((await of('tagihan')).map(({ tagihan }) => tagihan)).toEqual(['0', '0', '0']);
    expect(await stores.counting.count()).toBe(3);
    expect(await stores.counting.count()).toBe(0);
  });

  it('is made by a roster, of who is changed and of who left', async () => {
    const rosters = new RosterRepository(dataSource, new RosterStage(dataSource));
    const data = ['1', '2'].map((idperson) => ({ idperson, nama: `Nama ${idperson}` }));
    await rosters.apply(readRoster({ text: JSON.stringify({ data }), isWhole: true }), true, 'Siti');
    expect(await of('nama, left_at IS NULL AS there')).toEqual([
      { nama: 'Nama 1', there: 1 },
      { nama: 'Nama 2', there: 1 },
      { nama: 'Siswa 0003', there: 0 },
    ]);
  });
});
