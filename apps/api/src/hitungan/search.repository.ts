import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SiswaFilterDto } from '@bantubayar/shared';
import { searchWords, type SearchWord } from '../common/search';
import { inSnapshot } from '../database/transaction';
import { HitunganRepository } from './hitungan.repository';
import { within } from './counted-groups';
import {
  type Asked,
  type Found,
  foundByName,
  foundIn,
  foundThere,
  isAlone,
  isByName,
  placesOf,
} from './search-found.sql';
import { type NamePage, pageOfFound, pageOfWords } from './search-page.sql';
import { areMore, classesOf, countOf, idsOf, kataOf, type Query } from './search-reads';

/** More students than so many are found as soon by going through the whole list. */
const MOST_SORTED = 60_000;
const MOST_COUNTED = 200_000;

/** Each word of a page is told who is uncounted. */
const MOST_TOLD = 40_000;

/** Students by what is searched, from the words of names, the spans of idperson and the telephone numbers that are kept. */
@Injectable()
export class SearchRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly hitungan: HitunganRepository,
  ) {}

  /** How many there are; null where that is not told by what is kept. */
  count(filter: SiswaFilterDto): Promise<number | null> {
    return this.look(filter, async (db, asked) => {
      if (isAlone(asked) && asked.classes[0]! > 0) return this.countClass(db, asked);
      const found = await this.found(db, asked, MOST_COUNTED, false);
      return found && countOf(db, found);
    });
  }

  /** Those of a page in the order of their names; null where what is kept does not tell. */
  page(filter: SiswaFilterDto, page: NamePage): Promise<string[] | null> {
    return this.look(filter, async (db, asked) => {
      const kata = isAlone(asked) && isByName(asked) ? await kataOf(db, asked.words[0]!) : null;
      if (kata && kata.length * asked.uncounted.length <= MOST_TOLD)
        return idsOf(db, pageOfWords(asked, kata, page));
      const found = await this.found(db, asked, MOST_SORTED, true);
      return found && idsOf(db, pageOfFound(found, page));
    });
  }

  /** So many of them, in no order; null where what is kept does not tell. */
  some(filter: SiswaFilterDto, limit: number): Promise<string[] | null> {
    return this.look(filter, async (db, asked) => {
      const found = await this.found(db, asked, MOST_SORTED, false);
      if (!found) return null;
      const sql = `SELECT DISTINCT idperson FROM (${found.sql}) AS siswa LIMIT ?`;
      return idsOf(db, { sql, params: [...found.params, limit] });
    });
  }

  private look<T>(
    { search, ...filter }: SiswaFilterDto,
    read: (db: Query, asked: Asked) => Promise<T | null>,
  ): Promise<T | null> {
    const words = searchWords(search);
    const narrow = within(filter);
    if (words.length === 0 || narrow === null) return Promise.resolve(null);
    return inSnapshot(this.dataSource, async (db) => {
      const uncounted = await this.hitungan.uncounted(db);
      if (uncounted === null) return null;
      const classes = await classesOf(db, words);
      const [rarest] = words.filter((_, n) => classes[n] === 0).sort((a, b) => rarity(b) - rarity(a));
      return read(db, { words, rarest, classes, within: narrow, uncounted });
    });
  }

  /** Begins with the word that the fewest should have; null where all of them begin classes, or that one is too frequent. */
  private async found(db: Query, asked: Asked, most: number, named: boolean): Promise<Found | null> {
    const { rarest } = asked;
    const kata = rarest ? await kataOf(db, rarest) : null;
    if (!rarest || !kata) return null;
    if (isByName(asked) && kata.length < 2) return foundByName(asked, kata);
    const places = placesOf(rarest, kata);
    if (await areMore(db, places, most)) return null;
    if (isByName(asked)) return foundByName(asked, kata);
    return isAlone(asked) && !named ? foundThere(places, asked) : foundIn(places, asked);
  }

  /** Those whose class the word begins are counted ahead; the others who have it are looked for. */
  private async countClass(db: Query, asked: Asked): Promise<number | null> {
    const { words, classes, uncounted } = asked;
    const [word] = words;
    const ofClass = classes[0]!;
    const kata = await kataOf(db, word!);
    const places = kata && placesOf(word!, kata);
    if (!places || (await areMore(db, places, MOST_COUNTED))) return null;
    const others = await countOf(db, foundIn(places, { ...asked, rarest: word }, word!.begin));
    if (uncounted.length === 0) return ofClass + others;
    const [was] = await db.query<{ n: string }[]>(
      'SELECT COUNT(*) AS n FROM siswa_terhitung WHERE idperson IN (?) AND kelas LIKE ?',
      [uncounted, word!.begin],
    );
    return ofClass - Number(was!.n) + others;
  }
}

/** A telephone number is rarer than what is as long otherwise. */
const rarity = ({ part, nomor }: SearchWord) => part.length + (nomor === null ? 0 : 100);
