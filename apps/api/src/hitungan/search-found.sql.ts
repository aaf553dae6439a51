import type { SearchWord } from '../common/search';
import { allOf, type Condition, type Sql } from '../common/sql';
import type { Within } from './counted-groups';
import { allWords, idsThatBegin, isFound, isFoundCounted } from './search-word.sql';

/** Those who are found as a table of idperson and nama, with whether each is in it once only. */
export type Found = Sql & { isOnce: boolean };

/** What is searched, and in whom. */
export interface Asked {
  words: readonly SearchWord[];
  /** The word to begin with, which begins no class; none where all of them do. */
  rarest: SearchWord | undefined;
  /** Of how many who are counted each word begins the class. */
  classes: readonly number[];
  /** The groups and standing that are asked for, of what is counted and of what is stored. */
  within: Within;
  /** Who is not counted as what they are. */
  uncounted: readonly string[];
}

/** Where students stand of whom a word is found, apart from its being a class; whether each stands there once only. */
export interface Place {
  table: 'siswa_kata' | 'siswa_terhitung' | 'siswa_nomor';
  condition: Condition;
  isOnce: boolean;
}

/** Whether nothing but names can be meant. */
export const isByName = ({ words, classes, within }: Asked) =>
  within.counted.length === 0 &&
  words.every(({ id, nomor }, n) => id === null && nomor === null && classes[n] === 0);

/** Whether one word is all that is asked for. */
export const isAlone = ({ words, within }: Asked) => words.length === 1 && within.counted.length === 0;

export function placesOf({ id, nomor }: SearchWord, kata: readonly string[]): Place[] {
  const ids = id === null ? null : idsThatBegin(id.slice(0, -1));
  const places: Place[] = [];
  if (kata.length > 0)
    places.push({
      ...{ table: 'siswa_kata', condition: ['kata_id IN (?)', kata], isOnce: kata.length < 2 },
    });
  if (ids) places.push({ table: 'siswa_terhitung', condition: ids, isOnce: true });
  if (nomor !== null)
    places.push({ table: 'siswa_nomor', condition: ['nomor LIKE ?', `${nomor}%`], isOnce: false });
  return places;
}

/** The idperson of all who stand in these places; `union` is ALL where nothing is lost by telling some twice. */
export function inPlaces(places: readonly Place[], union: 'ALL' | 'DISTINCT'): Sql {
  const each = places.map(({ table, condition: [sql], isOnce }) => {
    const twice = isOnce || union === 'ALL' || places.length > 1;
    return `SELECT ${twice ? '' : 'DISTINCT'} idperson FROM ${table} WHERE ${sql}`;
  });
  return {
    sql: each.join(` UNION ${union} `) || 'SELECT idperson FROM siswa_terhitung WHERE FALSE',
    params: places.flatMap(({ condition: [, ...params] }) => params),
  };
}

/** Of names alone, in their order; who has several of the words is found by each. */
export function foundByName(asked: Asked, kata: readonly string[]): Found {
  const parts = allWords(asked.words, ({ part }) => ['nama LIKE ?', part]);
  const names = kata.length > 0 ? 'kata_id IN (?)' : 'FALSE';
  const noted = {
    sql: `SELECT idperson, nama FROM siswa_kata WHERE ${names} AND ${parts.sql}`,
    params: [...(kata.length > 0 ? [kata] : []), ...parts.params],
  };
  return { isOnce: kata.length < 2, ...withUncounted(noted, asked, 'idperson') };
}

/** Whoever stands where the one word is found; their names are not told. */
export function foundThere(places: readonly Place[], asked: Asked): Found {
  const { sql, params } = inPlaces(places, 'ALL');
  const noted = { sql: `SELECT idperson, NULL AS nama FROM (${sql}) AS yang WHERE TRUE`, params };
  const isOnce = places.length === 1 && places[0]!.isOnce;
  return { isOnce, ...withUncounted(noted, asked, 'idperson') };
}

/** Whoever stands where the rarest word is found, and has the others; perhaps without those whose class begins with something. */
export function foundIn(places: readonly Place[], asked: Asked, withoutClass?: string): Found {
  const { words, rarest, within } = asked;
  const conditions = allOf([
    ...words.filter((word) => word !== rarest).map(isFoundCounted),
    ...within.counted,
    withoutClass === undefined ? null : ['NOT COALESCE(was.kelas LIKE ?, FALSE)', withoutClass],
  ]);
  const yang = inPlaces(places, 'DISTINCT');
  const [only, ...more] = places;
  const isOne = more.length === 0 && only?.isOnce;
  const isThere = isOne && only.table === 'siswa_terhitung';
  const isWord = isOne && only.table === 'siswa_kata';
  // Those of one word stand in the order of their names, so that a page of them ends the reading.
  const yangTable = isWord ? 'siswa_kata' : `(${yang.sql})`;
  const from = isThere
    ? 'siswa_terhitung AS was'
    : `${yangTable} AS yang JOIN siswa_terhitung AS was ON was.idperson = yang.idperson`;
  const noted = {
    sql: `SELECT ${isWord ? 'yang.idperson, yang.nama' : 'was.idperson, was.nama'} FROM ${from}
      WHERE ${isThere || isWord ? only.condition[0] : 'TRUE'} AND ${conditions.sql}`,
    params: [...yang.params, ...conditions.params],
  };
  return { isOnce: true, ...withUncounted(noted, asked, 'was.idperson') };
}

/** Those who are not counted as what they are may be found otherwise by now: they are looked at one by one. */
function withUncounted(noted: Sql, { words, within, uncounted }: Asked, id: string): Sql {
  if (uncounted.length === 0) return noted;
  const all = allOf([...words.map(isFound), ...within.stored]);
  return {
    sql: `${noted.sql} AND ${id} NOT IN (?) UNION ALL
      SELECT idperson, nama FROM siswa WHERE idperson IN (?) AND left_at IS NULL AND ${all.sql}`,
    params: [...noted.params, uncounted, uncounted, ...all.params],
  };
}
