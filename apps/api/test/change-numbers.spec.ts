import type { DataSource, QueryRunner } from 'typeorm';
import { inTransaction } from '../src/database/transaction';
import { ChangeNumbers } from '../src/umpan/change-numbers';
import { ChangeRetention } from '../src/umpan/change-retention';
import { noteChanges } from '../src/umpan/note-changes';
import { UmpanRepository } from '../src/umpan/umpan.repository';
import { freshDatabase, scalar } from './database';

describe('the numbers of changes', () => {
  let dataSource: DataSource;
  let numbers: ChangeNumbers;
  let umpan: UmpanRepository;

  beforeEach(async () => {
    dataSource = await freshDatabase();
    numbers = new ChangeNumbers(dataSource);
    umpan = new UmpanRepository(dataSource);
  });
  afterEach(() => dataSource.destroy());

  const INSERT = `INSERT INTO pembayaran_change (jenis, idperson, at, detail) VALUES ('siswa_keluar', ?, UTC_TIMESTAMP(3), '{}')`;

  /** So many, in one transaction. */
  function note(count: number): Promise<void> {
    const changes = Array.from({ length: count }, (_, index) => String(index + 1)).map((idperson) => {
      return { jenis: 'siswa_keluar' as const, idperson, detail: {} };
    });
    return inTransaction(dataSource, (tx) => noteChanges(tx, changes));
  }

  async function begun(idperson: string): Promise<QueryRunner> {
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction('READ COMMITTED');
    await runner.query(INSERT, [idperson]);
    return runner;
  }

  async function commit(runner: QueryRunner): Promise<void> {
    await runner.commitTransaction();
    await runner.release();
  }

  /** Whose changes are told behind a number, and up to which. */
  async function read(behind: string, limit = 100) {
    await numbers.handOut();
    const { rows, hasMore } = await umpan.behind(behind, limit);
    return { who: rows.map(({ idperson }) => String(idperson)), last: rows.at(-1)?.nomor ?? behind, hasMore };
  }

  it('are those of commits, not of ids: what commits later is told later, and nothing is passed over', async () => {
    const [first, second, third] = [await begun('1'), await begun('2'), await begun('3')];
    await commit(third);
    const one = await read('0');
    expect(one.who).toEqual(['3']);
    await commit(first);
    const two = await read(one.last);
    expect(two.who).toEqual(['1']);
    expect((await read(two.last)).who).toEqual([]);
    await commit(second);
    expect((await read(two.last)).who).toEqual(['2']);
    expect((await read('0')).who).toEqual(['3', '1', '2']);
  });

  it('leave out what is rolled back', async () => {
    const [kept, dropped] = [await begun('1'), await begun('2')];
    await dropped.rollbackTransaction();
    await dropped.release();
    await commit(kept);
    expect((await read('0')).who).toEqual(['1']);
    expect(await numbers.ends()).toEqual({ nomor: '1', dibuang: '0' });
  });

  it('are handed out once each, however many hand them out at the same time', async () => {
    await note(2_500);
    const others = Array.from({ length: 6 }, () => new ChangeNumbers(dataSource));
    while ((await numbers.ends()).nomor !== '2500') await Promise.all(others.map((each) => each.handOut()));
    expect(await scalar(dataSource, 'SELECT COUNT(DISTINCT nomor) FROM pembayaran_change')).toBe('2500');
    expect(await scalar(dataSource, 'SELECT COUNT(*) FROM pembayaran_change WHERE nomor <> id')).toBe('0');
  });

  it('are handed out as far as a page goes, so that nobody waits for all of a large roster', async () => {
    await note(4_001);
    const ends = [];
    for (const behind of [null, '1000', '3950', '3950']) {
      await numbers.handOutBehind(behind, 100);
      ends.push((await numbers.ends()).nomor);
    }
    expect(ends).toEqual(['2000', '4000', '4001', '4001']);
    await numbers.handOutBehind('0', 5_000);
    expect((await numbers.ends()).nomor).toBe('4001');
  });

  it('are handed out some at a time by whoever has other things to do, who thins after that', async () => {
    await note(4_001);
    await dataSource.query('UPDATE pembayaran_change SET at = at - INTERVAL 100 DAY');
    const retention = new ChangeRetention(dataSource, numbers);
    const ends = [];
    for (let call = 0; call < 3; call++) {
      await retention.thinSome(90);
      ends.push(await numbers.ends());
    }
    expect(ends).toEqual([
      { nomor: '2000', dibuang: '0' },
      { nomor: '4000', dibuang: '0' },
      { nomor: '4001', dibuang: '4001' },
    ]);
  });

  it('are given to what a worker of the version before notes', async () => {
    await dataSource.query('INSERT INTO pembayaran_change (idperson, run_id, at, detail) VALUES ?', [
      [['7', null, new Date(), JSON.stringify({ dibayarBefore: 1, dibayarAfter: 3 })]],
    ]);
    await numbers.handOut();
    expect((await umpan.behind('0', 10)).rows).toMatchObject([{ nomor: '1', jenis: 'pembayaran' }]);
  });

  it('end a page where its limit is, and where memory is', async () => {
    for (const idperson of ['1', '2', '3']) await commit(await begun(idperson));
    expect(await read('0', 2)).toEqual({ who: ['1', '2'], last: '2', hasMore: true });
    expect(await read('2', 2)).toEqual({ who: ['3'], last: '3', hasMore: false });
    await dataSource.query(`UPDATE pembayaran_change SET detail = CONCAT('"', REPEAT('x', 3000000), '"')`);
    expect(await read('0')).toEqual({ who: ['1'], last: '1', hasMore: true });
  });

  it('are thinned from the oldest on, in steps, and what is history of payments stays', async () => {
    for (const idperson of ['1', '2', '3', '4', '5']) await commit(await begun(idperson));
    await dataSource.query(
      `UPDATE pembayaran_change SET at = at - INTERVAL 91 DAY WHERE idperson IN (1, 2, 3, 5)`,
    );
    await dataSource.query(`UPDATE pembayaran_change SET jenis = 'pembayaran' WHERE idperson = 2`);
    const retention = () => new ChangeRetention(dataSource, numbers);
    await retention().thinSome(0);
    expect(await numbers.ends()).toEqual({ nomor: '0', dibuang: '0' });
    await retention().thinSome(90);
    expect(await numbers.ends()).toEqual({ nomor: '5', dibuang: '3' });
    expect((await read('3')).who).toEqual(['4', '5']);
    expect(await scalar(dataSource, 'SELECT GROUP_CONCAT(idperson ORDER BY id) FROM pembayaran_change')).toBe(
      '2,4,5',
    );
    await retention().thinSome(90);
    expect(await numbers.ends()).toEqual({ nomor: '5', dibuang: '3' });
  });
});
