import { KELOMPOK_TUNGGAKAN, PAGE_LIMIT_DEFAULT } from '@bantubayar/shared';
import { addressFilters, type FiltersOf, oneOf, text, wholeNumber } from '../../core/address-filters';
import { groupFilters } from '../../lembaga/groups';
import { owingFilters } from '../../tagihan/owing-filters';

/** By the names that the API knows them by; `kelompok` is what the sums stand by. */
export const tunggakanFilters = addressFilters(
  {
    search: text,
    ...groupFilters,
    ...owingFilters,
    kelompok: oneOf(...KELOMPOK_TUNGGAKAN),
    limit: wholeNumber(1, 500),
  },
  { kelompok: 'umur', limit: PAGE_LIMIT_DEFAULT },
);
export type TunggakanFilters = FiltersOf<typeof tunggakanFilters>;
