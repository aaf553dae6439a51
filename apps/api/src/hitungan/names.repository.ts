import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { searchWords, type SearchWord } from '../common/search';
import { allOf, type Sql } from '../common/sql';
import { inSnapshot, type Transaction } from '../database/transaction';
import { HitunganRepository } from './hitungan.repository';

type Query = Pick<Transaction, 'query'>;

/** Of more words, or more students who have them, the whole list is gone through as soon. */
const MOST_WORDS = 200;
const MOST_FOUND = 60_000;

/** Where in the list by name a page begins, and which way it goes. */
export interface NamePage {
  direction: 'ASC' | 'DESC';
  after: { nama: string; idperson: string } | null;
  limit: number;
}

/** Those who are found as a table, with whether each is in it once only. */
type Found = Sql & { isOnce: boolean };

/** Students by parts of their names, where nothing but a name can be meant. */
@Injectable()
export class NamesRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly hitungan: HitunganRepository,
  ) {}

  /** How many there are; null where the words alone do not tell. */
  async count(search: string): Promise<number | null> {
    return this.found(search, async (db, { sql, params, isOnce }) => {
      const [row] = await db.query<{ n: string }[]>(
        `SELECT COUNT(${isOnce ? '*' : 'DISTINCT idperson'}) AS n FROM (${sql}) AS siswa`,
        params,
      );
      return Number(row!.n);
    });
  }

  /** Those of a page in the order of their names; null where the words alone do not tell. */
  async page(search: string, { direction, after, limit }: NamePage): Promise<string[] | null> {
    const than = direction === 'ASC' ? '>' : '<';
    const behind = after ? `WHERE nama ${than} ? OR (nama = ? AND idperson ${than} ?)` : '';
    const place = after ? [after.nama, after.nama, after.idperson] : [];
    return this.found(search, async (db, { sql, params, isOnce }) => {
      const rows = await db.query<{ idperson: string }[]>(
        `SELECT ${isOnce ? '' : 'DISTINCT'} nama, idperson FROM (${sql}) AS siswa ${behind}
         ORDER BY nama ${direction}, idperson ${direction} LIMIT ?`,
        [...params, ...place, limit],
      );
      return rows.map(({ idperson }) => idperson);
    });
  }

  private found<T>(search: string, read: (db: Query, found: Found) => Promise<T>): Promise<T | null> {
    const words = searchWords(search);
    if (words.length === 0 || words.some(({ id, phones }) => id !== null || phones.length > 0))
      return Promise.resolve(null);
    return inSnapshot(this.dataSource, async (db) => {
      const uncounted = await this.hitungan.uncounted(db);
      if (uncounted === null || (await this.beginsClass(db, words))) return null;
      const ids = await this.rarest(db, words);
      return ids && read(db, named(words, ids, uncounted));
    });
  }

  private async beginsClass(db: Query, words: readonly SearchWord[]): Promise<boolean> {
    const { sql, params } = {
      sql: words.map(() => 'bagian LIKE ?').join(' OR '),
      params: words.map(({ begin }) => begin),
    };
    const rows = await db.query<unknown[]>(
      `(SELECT 1 FROM hitungan_siswa WHERE jenis = 'lembaga' AND (${sql}) LIMIT 1)`,
      params,
    );
    return rows.length > 0;
  }

  /** The words of names that hold the longest part, which are the fewest; null where they are too many to be of use. */
  private async rarest(db: Query, words: readonly SearchWord[]): Promise<string[] | null> {
    const longest = words.reduce((a, b) => (b.part.length > a.part.length ? b : a));
    const rows = await db.query<{ id: string }[]>('SELECT id FROM kata WHERE kata LIKE ? LIMIT ?', [
      ...[longest.part, MOST_WORDS + 1],
    ]);
    if (rows.length > MOST_WORDS) return null;
    const ids = rows.map(({ id }) => id);
    if (ids.length < 2) return ids;
    const [found] = await db.query<{ n: string }[]>(
      'SELECT COUNT(*) AS n FROM (SELECT 1 FROM siswa_kata WHERE kata_id IN (?) LIMIT ?) AS some',
      [ids, MOST_FOUND + 1],
    );
    return Number(found!.n) > MOST_FOUND ? null : ids;
  }
}

/** idperson and nama of those who are found; who has several of the words is found by each. */
function named(words: readonly SearchWord[], ids: readonly string[], uncounted: readonly string[]): Found {
  const { sql, params } = allOf(words.map(({ part }) => ['nama LIKE ?', part]));
  // Those who are not counted as what they are may have other words by now, or begin the name of a class.
  const isOther = uncounted.length > 0;
  const noted = ids.length > 0 ? 'kata_id IN (?)' : 'FALSE';
  const others = words.map(() => '(nama LIKE ? OR KelasFormal LIKE ?)').join(' AND ');
  return {
    isOnce: ids.length < 2,
    sql: `SELECT idperson, nama FROM siswa_kata WHERE ${noted} AND ${sql} ${isOther ? 'AND idperson NOT IN (?)' : ''}
      ${isOther ? `UNION ALL SELECT idperson, nama FROM siswa WHERE idperson IN (?) AND left_at IS NULL AND ${others}` : ''}`,
    params: [
      ...(ids.length > 0 ? [ids] : []),
      ...params,
      ...(isOther ? [uncounted, uncounted, ...words.flatMap(({ part, begin }) => [part, begin])] : []),
    ],
  };
}
