import { UMUR_HARI, type UmurTunggakan } from '@bantubayar/shared';
import { allOf, type Condition, is, type Sql } from '../common/sql';
import { todaySql } from '../common/school-day';

/** What is asked of an unpaid bill. */
export interface BillFilter {
  kategori?: string;
  periode?: string;
  umur?: UmurTunggakan;
  terlambat?: number;
  /** Those that fall due later too. */
  belumJatuhTempo?: boolean;
}

/** A row of `tagihan_terbuka` that is due today or before; one without a date is due at once. */
export const isDue = (today = todaySql()) => `(jatuh_tempo IS NULL OR jatuh_tempo <= ${today})`;

/** Whole days late of a row that is due; 0 without a date. */
export const daysLate = (today = todaySql()) => `COALESCE(DATEDIFF(${today}, jatuh_tempo), 0)`;

/** The condition over `tagihan_terbuka` for bills that are due, unless later ones are asked for too. */
export function openBillWhere({ kategori, periode, umur, terlambat, belumJatuhTempo }: BillFilter): Sql {
  // What is asked of lateness is asked of bills that are due.
  const anyDay = belumJatuhTempo && (umur ?? terlambat) === undefined;
  return allOf([
    anyDay ? null : [isDue()],
    is('kategori = ?', kategori),
    is('periode = ?', periode),
    umur === undefined ? null : lateBy(...UMUR_HARI[umur]),
    terlambat === undefined ? null : lateBy(terlambat, null),
  ]);
}

/** Due between so many and so many days ago. */
function lateBy(from: number, to: number | null): Condition {
  const since = `jatuh_tempo <= ${todaySql()} - INTERVAL ? DAY`;
  const begun: Condition = from === 0 ? ['TRUE'] : [since, from];
  if (to === null) return begun;
  const { sql, params } = allOf([
    begun,
    [`(jatuh_tempo IS NULL OR jatuh_tempo >= ${todaySql()} - INTERVAL ? DAY)`, to],
  ]);
  return [sql, ...params];
}
