import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { searchWords, type SearchWord } from '../common/search';
import type { Sql } from '../common/sql';
import { inSnapshot, type Transaction } from '../database/transaction';
import { HitunganRepository } from './hitungan.repository';
import { asksForNames, type Found, foundByName, foundIn, placesOf } from './search-found.sql';

type Query = Pick<Transaction, 'query'>;

/** Of more words, or more students who have them, the whole list is gone through as soon. */
const MOST_WORDS = 200;
const MOST_SORTED = 60_000;
const MOST_COUNTED = 200_000;

/** Where in the list by name a page begins, and which way it goes. */
export interface NamePage {
  direction: 'ASC' | 'DESC';
  after: { nama: string; idperson: string } | null;
  limit: number;
}

/** Its words, how many of those counted have a class that each begins, and who is not counted as what they are. */
interface Search {
  words: readonly SearchWord[];
  classes: readonly number[];
  uncounted: readonly string[];
}

/** Students by what is searched, from the words of names, the spans of idperson and the telephone numbers that are kept. */
@Injectable()
export class SearchRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly hitungan: HitunganRepository,
  ) {}

  /** How many there are; null where that is not told by what is kept. */
  count(search: string): Promise<number | null> {
    return this.look(search, async (db, asked) => {
      if (asked.words.length === 1 && asked.classes[0]! > 0) return this.countClass(db, asked);
      const found = await this.found(db, asked, MOST_COUNTED);
      return found && this.countOf(db, found);
    });
  }

  /** Those of a page in the order of their names; null where what is kept does not tell. */
  page(search: string, { direction, after, limit }: NamePage): Promise<string[] | null> {
    const than = direction === 'ASC' ? '>' : '<';
    const behind = after ? `WHERE nama ${than} ? OR (nama = ? AND idperson ${than} ?)` : '';
    const place = after ? [after.nama, after.nama, after.idperson] : [];
    return this.look(search, async (db, asked) => {
      const found = await this.found(db, asked, MOST_SORTED);
      if (!found) return null;
      const { sql, params, isOnce } = found;
      return idsOf(db, {
        sql: `SELECT ${isOnce ? '' : 'DISTINCT'} nama, idperson FROM (${sql}) AS siswa ${behind}
          ORDER BY nama ${direction}, idperson ${direction} LIMIT ?`,
        params: [...params, ...place, limit],
      });
    });
  }

  /** So many of them, in no order; null where what is kept does not tell. */
  some(search: string, limit: number): Promise<string[] | null> {
    return this.look(search, async (db, asked) => {
      const found = await this.found(db, asked, MOST_SORTED);
      if (!found) return null;
      const sql = `SELECT DISTINCT idperson FROM (${found.sql}) AS siswa LIMIT ?`;
      return idsOf(db, { sql, params: [...found.params, limit] });
    });
  }

  private look<T>(search: string, read: (db: Query, asked: Search) => Promise<T | null>): Promise<T | null> {
    const words = searchWords(search);
    if (words.length === 0) return Promise.resolve(null);
    return inSnapshot(this.dataSource, async (db) => {
      const uncounted = await this.hitungan.uncounted(db);
      return uncounted && read(db, { words, classes: await this.classesOf(db, words), uncounted });
    });
  }

  private async classesOf(db: Query, words: readonly SearchWord[]): Promise<number[]> {
    const sums = words.map((_, n) => `COALESCE(SUM(IF(bagian LIKE ?, total, 0)), 0) AS word${n}`);
    const [row] = await db.query<Record<string, string>[]>(
      `SELECT ${sums.join(', ')} FROM hitungan_siswa WHERE jenis = 'lembaga'`,
      words.map(({ begin }) => begin),
    );
    return words.map((_, n) => Number(row![`word${n}`]));
  }

  /** Begins with the word that the fewest should have; null where all of them begin classes, or that one is too frequent. */
  private async found(db: Query, { words, classes, uncounted }: Search, most: number): Promise<Found | null> {
    const [rarest] = words.filter((_, n) => classes[n] === 0).sort((a, b) => rarity(b) - rarity(a));
    const kata = rarest ? await this.kataOf(db, rarest) : null;
    if (!rarest || !kata) return null;
    const isOnlyNames = asksForNames(words) && classes.every((n) => n === 0);
    if (isOnlyNames && kata.length < 2) return foundByName(words, kata, uncounted);
    const places = placesOf(rarest, kata);
    if (await this.areMore(db, places, most)) return null;
    return isOnlyNames ? foundByName(words, kata, uncounted) : foundIn(places, words, uncounted);
  }

  /** Those whose class the word begins are counted ahead; the others who have it are looked for. */
  private async countClass(db: Query, { words, classes, uncounted }: Search): Promise<number | null> {
    const kata = await this.kataOf(db, words[0]!);
    const places = kata && placesOf(words[0]!, kata);
    if (!places || (await this.areMore(db, places, MOST_COUNTED))) return null;
    const others = await this.countOf(db, foundIn(places, words, uncounted, true));
    if (uncounted.length === 0) return classes[0]! + others;
    const [was] = await db.query<{ n: string }[]>(
      'SELECT COUNT(*) AS n FROM siswa_terhitung WHERE idperson IN (?) AND kelas LIKE ?',
      [uncounted, words[0]!.begin],
    );
    return classes[0]! - Number(was!.n) + others;
  }

  /** The words of names that hold this one; null where they are too many to be of use. */
  private async kataOf(db: Query, { part }: SearchWord): Promise<string[] | null> {
    const rows = await db.query<{ id: string }[]>('SELECT id FROM kata WHERE kata LIKE ? LIMIT ?', [
      ...[part, MOST_WORDS + 1],
    ]);
    return rows.length > MOST_WORDS ? null : rows.map(({ id }) => id);
  }

  private async areMore(db: Query, places: readonly Sql[], most: number): Promise<boolean> {
    if (places.length === 0) return false;
    const [some] = await db.query<{ n: string }[]>(
      `SELECT COUNT(*) AS n FROM (${places.map(({ sql }) => sql).join(' UNION ALL ')} LIMIT ?) AS some`,
      [...places.flatMap(({ params }) => params), most + 1],
    );
    return Number(some!.n) > most;
  }

  private async countOf(db: Query, { sql, params, isOnce }: Found): Promise<number> {
    const [row] = await db.query<{ n: string }[]>(
      `SELECT COUNT(${isOnce ? '*' : 'DISTINCT idperson'}) AS n FROM (${sql}) AS siswa`,
      params,
    );
    return Number(row!.n);
  }
}

/** A telephone number is rarer than what is as long otherwise. */
const rarity = ({ part, nomor }: SearchWord) => part.length + (nomor === null ? 0 : 100);

async function idsOf(db: Query, { sql, params }: Sql): Promise<string[]> {
  const rows = await db.query<{ idperson: string }[]>(sql, params);
  return rows.map(({ idperson }) => String(idperson));
}
