import { type KelompokTunggakan, type RingkasanTunggakanDto, UMUR_TUNGGAKAN } from '@bantubayar/shared';

/** Every age has its row, owed or not, but for what falls due just today. */
export function kelompokRows(
  kelompok: KelompokTunggakan,
  items: RingkasanTunggakanDto[],
): RingkasanTunggakanDto[] {
  if (kelompok !== 'umur') return items;
  const ages = UMUR_TUNGGAKAN.map((umur) => items.find((item) => item.kelompok === umur) ?? nothing(umur));
  return ages.filter(({ kelompok: umur, bills }) => umur !== '0' || bills > 0);
}

const nothing = (kelompok: string) => ({ kelompok, siswa: 0, bills: 0, tunggakan: 0 });
