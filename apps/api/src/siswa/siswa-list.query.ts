import { isId, type SiswaListQueryDto, type SiswaSort } from '@bantubayar/shared';
import type { SelectQueryBuilder } from 'typeorm';
import { decodeCursor, encodeCursor } from '../common/cursor';
import type { NamePage } from '../hitungan/search-page.sql';
import { rosterWhere, type SiswaFilter } from './siswa-where';
import type { SiswaEntity } from './siswa.entity';

type Query = SelectQueryBuilder<SiswaEntity>;
/** Which page of which students, perhaps only some that are named. */
export type SiswaQuery = Omit<SiswaListQueryDto, 'idperson'> & Pick<SiswaFilter, 'idperson'>;
type SortField = 'nama' | 'idperson' | 'tunggakan' | 'fetchedAt' | 'changedAt';

/** Narrows a query over siswa to what the list asks for. */
export function applyFilter(query: Query, filter: SiswaFilter): Query {
  const { sql, params } = rosterWhere(filter);
  const named = params.map((value, n) => [`filter${n}`, value]);
  let n = 0;
  return query.andWhere(
    sql.replace(/\?/g, () => `:${Array.isArray(params[n]) ? '...' : ''}filter${n++}`),
    Object.fromEntries(named) as object,
  );
}

/** Sorts and starts behind the cursor, by key: the cost of a page does not grow with its number. */
export function applyPage(query: Query, { sort, limit, cursor }: SiswaListQueryDto): Query {
  const { field, direction } = parseSort(sort);
  query.orderBy(`siswa.${field}`, direction);
  if (field !== 'idperson') query.addOrderBy('siswa.idperson', direction);
  if (cursor) {
    const [value, idperson] = decodeCursor(cursor, listOf(sort), [IS_VALUE[field], isId]);
    const key = IS_VALUE[field] === isTime && value ? new Date(value) : value;
    query.andWhere(behind(field, direction, value === null), { value: key, idperson });
  }
  return query.limit(limit + 1);
}

/** The page of a list by name; null in any other order. */
export function namePageOf({ sort, limit, cursor }: SiswaListQueryDto): NamePage | null {
  const { field, direction } = parseSort(sort);
  if (field !== 'nama') return null;
  const [nama, idperson] = cursor ? decodeCursor(cursor, listOf(sort), [IS_VALUE[field], isId]) : [];
  return { direction, after: nama && idperson ? { nama, idperson } : null, limit: limit + 1 };
}

/** The cursor behind the last row of a page. */
export function cursorAfter(row: SiswaEntity, sort: SiswaSort): string {
  const value = row[parseSort(sort).field];
  const text = value instanceof Date ? value.toISOString() : value && String(value);
  return encodeCursor(listOf(sort), [text, String(row.idperson)]);
}

const listOf = (sort: SiswaSort) => `siswa by ${sort}`;

const isTime = (value: unknown) =>
  value === null || (typeof value === 'string' && /^[12]\d{3}-.*Z$/.test(value) && !isNaN(Date.parse(value)));

/** What a cursor's value must be, by what the list is sorted by. */
const IS_VALUE: Record<SortField, (value: unknown) => boolean> = {
  nama: (value) => typeof value === 'string' && value.isWellFormed(),
  idperson: isId,
  tunggakan: (value) => value === null || (typeof value === 'string' && /^-?\d{1,18}$/.test(value)),
  fetchedAt: isTime,
  changedAt: isTime,
};

function parseSort(sort: SiswaSort): { field: SortField; direction: 'ASC' | 'DESC' } {
  return sort.startsWith('-')
    ? { field: sort.slice(1) as SortField, direction: 'DESC' }
    : { field: sort as SortField, direction: 'ASC' };
}

/** MySQL sorts NULL before everything, so ascending NULLs come first and descending ones last. */
function behind(field: SortField, direction: 'ASC' | 'DESC', isNull: boolean): string {
  const column = `siswa.${field}`;
  const than = direction === 'ASC' ? '>' : '<';
  if (field === 'idperson') return `siswa.idperson ${than} :idperson`;
  if (isNull) {
    const sameNull = `(${column} IS NULL AND siswa.idperson ${than} :idperson)`;
    return direction === 'ASC' ? `(${sameNull} OR ${column} IS NOT NULL)` : sameNull;
  }
  const further = `${column} ${than} :value OR (${column} = :value AND siswa.idperson ${than} :idperson)`;
  return direction === 'ASC' ? `(${further})` : `(${further} OR ${column} IS NULL)`;
}
