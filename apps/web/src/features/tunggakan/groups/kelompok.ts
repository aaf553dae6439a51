import { type KelompokTunggakan, type RingkasanTunggakanDto, UMUR_TUNGGAKAN } from '@bantubayar/shared';
import type { LocationQueryRaw } from 'vue-router';
import { withQuery } from '../../../core/api-client';
import { type TunggakanFilters, tunggakanFilters } from '../tunggakan-filters';

/** Every age has its row, owed or not, but for what falls due just today. */
export function rowsOf(kelompok: KelompokTunggakan, items: RingkasanTunggakanDto[]): RingkasanTunggakanDto[] {
  if (kelompok !== 'umur') return items;
  const ages = UMUR_TUNGGAKAN.map((umur) => items.find((item) => item.kelompok === umur) ?? nothing(umur));
  return ages.filter(({ kelompok: umur, bills }) => umur !== '0' || bills > 0);
}

const nothing = (kelompok: string) => ({ kelompok, siswa: 0, bills: 0, tunggakan: 0 });

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
