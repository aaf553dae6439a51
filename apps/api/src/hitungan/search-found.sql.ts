import type { SearchWord } from '../common/search';
import { allOf, type Condition, type Sql } from '../common/sql';
import { allWords, idsThatBegin, isFound, isFoundCounted } from './search-word.sql';

/** Those who are found as a table of idperson and nama, with whether each is in it once only. */
export type Found = Sql & { isOnce: boolean };

/** Whether a search asks for nothing but names. */
export const asksForNames = (words: readonly SearchWord[]) =>
  words.every(({ id, nomor }) => id === null && nomor === null);

/** Where those stand of whom a word may be found, apart from its being a class: a statement each. */
export function placesOf({ id, nomor }: SearchWord, kata: readonly string[]): Sql[] {
  const ids = id === null ? null : idsThatBegin(id.slice(0, -1));
  const places: [table: string, condition: Condition | null][] = [
    ['siswa_kata', kata.length > 0 ? ['kata_id IN (?)', kata] : null],
    ['siswa_terhitung', ids],
    ['siswa_nomor', nomor === null ? null : ['nomor LIKE ?', `${nomor}%`]],
  ];
  return places.flatMap(([table, condition]) => {
    const { sql, params } = allOf([condition]);
    const idperson = table === 'siswa_terhitung' ? 'idperson' : 'DISTINCT idperson';
    return condition ? { sql: `SELECT ${idperson} FROM ${table} WHERE ${sql}`, params } : [];
  });
}

/** Of names alone, in their order; who has several of the words is found by each. */
export function foundByName(
  words: readonly SearchWord[],
  kata: readonly string[],
  uncounted: readonly string[],
): Found {
  const names = allOf([kata.length > 0 ? ['kata_id IN (?)', kata] : ['FALSE']]);
  const parts = allOf(words.map(({ part }) => ['nama LIKE ?', part]));
  const noted = {
    sql: `SELECT idperson, nama FROM siswa_kata WHERE ${names.sql} AND ${parts.sql}`,
    params: [...names.params, ...parts.params],
  };
  return { isOnce: kata.length < 2, ...withUncounted(noted, words, uncounted, 'idperson') };
}

/** Whoever stands in one of the places and has all words; perhaps without those whose class begins with the first. */
export function foundIn(
  places: readonly Sql[],
  words: readonly SearchWord[],
  uncounted: readonly string[],
  withoutClass = false,
): Found {
  const all = allWords(words, isFoundCounted);
  const begin = words[0]!.begin;
  const yang = places.map(({ sql }) => sql).join(' UNION ');
  const noted = {
    sql: `SELECT was.idperson, was.nama FROM (${yang || 'SELECT 0 AS idperson'}) AS yang
      JOIN siswa_terhitung AS was ON was.idperson = yang.idperson
      WHERE ${all.sql} ${withoutClass ? 'AND NOT COALESCE(was.kelas LIKE ?, FALSE)' : ''}`,
    params: [...places.flatMap(({ params }) => params), ...all.params, ...(withoutClass ? [begin] : [])],
  };
  return { isOnce: true, ...withUncounted(noted, words, uncounted, 'was.idperson') };
}

/** Those who are not counted as what they are may be found otherwise by now: they are looked at one by one. */
function withUncounted(
  noted: Sql,
  words: readonly SearchWord[],
  uncounted: readonly string[],
  id: string,
): Sql {
  if (uncounted.length === 0) return noted;
  const all = allWords(words, isFound);
  return {
    sql: `${noted.sql} AND ${id} NOT IN (?) UNION ALL
      SELECT idperson, nama FROM siswa WHERE idperson IN (?) AND left_at IS NULL AND ${all.sql}`,
    params: [...noted.params, uncounted, uncounted, ...all.params],
  };
}
