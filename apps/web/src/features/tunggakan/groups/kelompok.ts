import type { LocationQueryRaw } from 'vue-router';
import { withQuery } from '../../../core/api-client';
import { type TunggakanFilters, tunggakanFilters } from '../tunggakan-filters';

/** What the sums are asked with: all but the group itself, so that its neighbours stay in sight. */
export const askedOf = (filters: TunggakanFilters) =>
  tunggakanFilters.chosen({ ...filters, [filters.kelompok]: null });

/** The address of a group's bills; of the one that is chosen, that of all again. */
export function billsOf(filters: TunggakanFilters, name: string): LocationQueryRaw {
  const { kelompok } = filters;
  return tunggakanFilters.write({ ...filters, [kelompok]: filters[kelompok] === name ? null : name });
}

/** The students of a group, who owe most first. */
export const siswaOf = (filters: TunggakanFilters, name: string): string =>
  withQuery('/admin/siswa', {
    ...tunggakanFilters.chosen({ ...filters, [filters.kelompok]: name }),
    status: 'belum_lunas',
    sort: '-tunggakan',
  });
