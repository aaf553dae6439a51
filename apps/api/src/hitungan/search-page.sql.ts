import { allOf, type Sql } from '../common/sql';
import type { Asked, Found } from './search-found.sql';
import { isFound } from './search-word.sql';

/** Where in the list by name a page begins, and which way it goes. */
export interface NamePage {
  direction: 'ASC' | 'DESC';
  after: { nama: string; idperson: string } | null;
  limit: number;
}

/** The page of those who are found, who are sorted for it. */
export function pageOfFound({ sql, params, isOnce }: Found, page: NamePage): Sql {
  const { behind, order, place } = placeOf(page);
  return {
    sql: `SELECT ${isOnce ? '' : 'DISTINCT'} nama, idperson FROM (${sql}) AS siswa WHERE ${behind} ${order} LIMIT ?`,
    params: [...params, ...place, page.limit],
  };
}

/** The page of those whose names hold one part: of each word that does, as many as a page has in the order in which they stand. */
export function pageOfWords({ words, uncounted }: Asked, kata: readonly string[], page: NamePage): Sql {
  const { behind, order, place } = placeOf(page);
  const found = allOf(words.map(isFound));
  const isOther = uncounted.length > 0;
  const ofWord = `(SELECT nama, idperson FROM siswa_kata WHERE kata_id = ? AND ${behind}
    ${isOther ? 'AND idperson NOT IN (?)' : ''} ${order} LIMIT ?)`;
  const others = `SELECT nama, idperson FROM siswa WHERE idperson IN (?) AND left_at IS NULL AND ${found.sql} AND ${behind}`;
  const all = [...kata.map(() => ofWord), ...(isOther ? [others] : [])];
  const none = 'SELECT nama, idperson FROM siswa_kata WHERE FALSE';
  return {
    sql: `SELECT DISTINCT nama, idperson FROM (${all.join(' UNION ALL ') || none}) AS siswa ${order} LIMIT ?`,
    params: [
      ...kata.flatMap((id) => [id, ...place, ...(isOther ? [uncounted] : []), page.limit]),
      ...(isOther ? [uncounted, ...found.params, ...place] : []),
      page.limit,
    ],
  };
}

function placeOf({ direction, after }: NamePage) {
  const than = direction === 'ASC' ? '>' : '<';
  return {
    behind: after ? `(nama ${than} ? OR (nama = ? AND idperson ${than} ?))` : 'TRUE',
    place: after ? [after.nama, after.nama, after.idperson] : [],
    order: `ORDER BY nama ${direction}, idperson ${direction}`,
  };
}
