import { SISWA_PERHATIAN, UMUR_HARI, UMUR_TUNGGAKAN } from '@bantubayar/shared';
import { oneOf, text, wholeNumber } from '../core/address-filters';

/** Which unpaid bills that have fallen due, by the names that the API knows them by. */
export const owingFilters = {
  kategori: text,
  periode: text,
  umur: oneOf(...UMUR_TUNGGAKAN),
  /** At least so many days late. */
  terlambat: wholeNumber(1, 36_500),
  /** Not of a bill: why its student needs a person. */
  perhatian: oneOf(...SISWA_PERHATIAN),
};

export type OwingName = keyof typeof owingFilters;
export type OwingFilters = { [Name in OwingName]: ReturnType<(typeof owingFilters)[Name]> };
export const OWING_NAMES = Object.keys(owingFilters) as OwingName[];

/** Where the groups of days late begin. */
export const LATE_FROM = Object.values(UMUR_HARI)
  .map(([from]) => from)
  .filter((days) => days > 0);
