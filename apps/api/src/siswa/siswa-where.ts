import {
  REVIEW_REASONS,
  SISWA_GROUPS,
  type SiswaFilterDto,
  type SiswaGroup,
  type SiswaPerhatian,
  TURUN_DAYS,
} from '@bantubayar/shared';
import { searchWords } from '../common/search';
import { todaySql } from '../common/school-day';
import { allOf, type Condition, is, type Sql } from '../common/sql';
import { isFound } from '../hitungan/search-word.sql';
import { FELL, OF_PEMBAYARAN } from '../pembayaran/perubahan-filter.sql';
import { openBillWhere } from '../pembayaran/tagihan-terbuka.sql';

/** Whatever lists, scopes, sums and exports narrow students down to. */
export interface SiswaFilter extends SiswaFilterDto {
  idperson?: readonly string[];
  /** Those too who have left the roster. */
  left?: boolean;
}

const GROUPS = Object.entries(SISWA_GROUPS) as [SiswaGroup, string][];

/** Not fetched within so many hours, or never. */
export const staleFor = (hours: string | number) =>
  `(siswa.fetched_at IS NULL OR siswa.fetched_at < UTC_TIMESTAMP(3) - INTERVAL ${hours} HOUR)`;

/** The students of a filter as a condition over `siswa`, whether they are on the roster or have left. */
export function siswaWhere(filter: SiswaFilter): Sql {
  return allOf([
    ...searchWords(filter.search).map(isFound),
    ...GROUPS.map(([name, column]) => is(`siswa.${column} = ?`, filter[name])),
    is('siswa.status_pembayaran = ?', filter.status),
    is('siswa.idperson IN (?)', filter.idperson),
    is(staleFor('?'), filter.staleHours),
    filter.terlambat === undefined ? null : lateFor(filter.terlambat),
    owes(filter),
    filter.perhatian ? PERHATIAN[filter.perhatian] : null,
  ]);
}

/** The same, of those on the roster unless those who have left are asked for too. */
export function rosterWhere(filter: SiswaFilter): Sql {
  const { sql, params } = siswaWhere(filter);
  return { sql: filter.left ? sql : `siswa.left_at IS NULL AND ${sql}`, params };
}

const PERHATIAN: Record<SiswaPerhatian, Condition> = {
  tinjauan: ['siswa.idperson IN (SELECT idperson FROM pembayaran_review)'],
  gagal: ['siswa.last_reason IS NOT NULL AND siswa.last_reason NOT IN (?)', REVIEW_REASONS],
  turun: [
    `siswa.idperson IN (SELECT idperson FROM pembayaran_change
       WHERE ${OF_PEMBAYARAN} AND at >= UTC_TIMESTAMP(3) - INTERVAL ${TURUN_DAYS} DAY AND ${FELL})`,
  ],
};

/** The oldest unpaid bill fell due so many days ago; one without a date has just fallen due. */
function lateFor(days: number): Condition {
  if (days === 0) return ['siswa.tunggakan > 0'];
  const since = `siswa.jatuh_tempo_tertua <= ${todaySql()} - INTERVAL ? DAY`;
  return [`(siswa.tunggakan > 0 AND ${since})`, days];
}

/** Has one unpaid bill that fits all that is asked of bills. */
function owes({ kategori, periode, umur }: SiswaFilter): Condition | null {
  if ((kategori ?? periode ?? umur) === undefined) return null;
  const { sql, params } = openBillWhere({ kategori, periode, umur });
  return [`siswa.idperson IN (SELECT idperson FROM tagihan_terbuka WHERE ${sql})`, ...params];
}
