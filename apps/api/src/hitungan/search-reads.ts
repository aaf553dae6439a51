import type { SearchWord } from '../common/search';
import type { Sql } from '../common/sql';
import type { Transaction } from '../database/transaction';
import { type Found, inPlaces, type Place } from './search-found.sql';

export type Query = Pick<Transaction, 'query'>;

/** Of more words of names the whole list is gone through as soon. */
const MOST_WORDS = 200;

/** Of how many who are counted each word begins the class. */
export async function classesOf(db: Query, words: readonly SearchWord[]): Promise<number[]> {
  const sums = words.map((_, n) => `COALESCE(SUM(IF(bagian LIKE ?, total, 0)), 0) AS word${n}`);
  const [row] = await db.query<Record<string, string>[]>(
    `SELECT ${sums.join(', ')} FROM hitungan_siswa WHERE jenis = 'lembaga'`,
    words.map(({ begin }) => begin),
  );
  return words.map((_, n) => Number(row![`word${n}`]));
}

/** The words of names that hold this one; null where they are too many to be of use. */
export async function kataOf(db: Query, { part }: SearchWord): Promise<string[] | null> {
  const rows = await db.query<{ id: string }[]>('SELECT id FROM kata WHERE kata LIKE ? LIMIT ?', [
    ...[part, MOST_WORDS + 1],
  ]);
  return rows.length > MOST_WORDS ? null : rows.map(({ id }) => id);
}

/** Whether more students stand in these places. */
export async function areMore(db: Query, places: readonly Place[], most: number): Promise<boolean> {
  const { sql, params } = inPlaces(places, 'ALL');
  const [some] = await db.query<{ n: string }[]>(`SELECT COUNT(*) AS n FROM (${sql} LIMIT ?) AS some`, [
    ...[...params, most + 1],
  ]);
  return Number(some!.n) > most;
}

export async function countOf(db: Query, { sql, params, isOnce }: Found): Promise<number> {
  const [row] = await db.query<{ n: string }[]>(
    `SELECT COUNT(${isOnce ? '*' : 'DISTINCT idperson'}) AS n FROM (${sql}) AS siswa`,
    params,
  );
  return Number(row!.n);
}

export async function idsOf(db: Query, { sql, params }: Sql): Promise<string[]> {
  const rows = await db.query<{ idperson: string }[]>(sql, params);
  return rows.map(({ idperson }) => String(idperson));
}
