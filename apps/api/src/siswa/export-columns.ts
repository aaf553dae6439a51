import {
  type SiswaListItemDto,
  STATUS_PEMBAYARAN_WORDS,
  type StatusPembayaran,
  type TunggakanDto,
} from '@bantubayar/shared';
import type { Column } from '../export/table';

/** A student of the list with what is paid less what is billed. */
export interface SiswaRow extends SiswaListItemDto {
  sisa: number | null;
}

const GENDERS: Record<string, string> = { L: 'Laki-laki', P: 'Perempuan' };

export const SISWA_COLUMNS: readonly Column<SiswaRow>[] = [
  { name: 'idperson', heading: 'ID', kind: 'text' },
  { name: 'nama', heading: 'Nama', kind: 'text', wide: true },
  {
    name: 'gender',
    heading: 'Jenis kelamin',
    kind: 'text',
    words: (gender: string | null) => gender && (GENDERS[gender] ?? gender),
  },
  { name: 'UnitFormal', heading: 'Lembaga', kind: 'text' },
  { name: 'KelasFormal', heading: 'Kelas', kind: 'text' },
  { name: 'AsramaPondok', heading: 'Asrama', kind: 'text' },
  { name: 'KamarPondok', heading: 'Kamar', kind: 'text' },
  { name: 'TingkatDiniyah', heading: 'Tingkat Diniyah', kind: 'text' },
  { name: 'KelasDiniyah', heading: 'Kelas Diniyah', kind: 'text' },
  { name: 'phone', heading: 'Telepon', kind: 'text' },
  {
    name: 'statusPembayaran',
    heading: 'Status',
    kind: 'text',
    words: (status: StatusPembayaran) => STATUS_PEMBAYARAN_WORDS[status],
  },
  { name: 'tagihan', heading: 'Tagihan', kind: 'rupiah' },
  { name: 'dibayar', heading: 'Dibayar', kind: 'rupiah' },
  { name: 'sisa', heading: 'Sisa (dibayar − tagihan)', kind: 'rupiah' },
  { name: 'tunggakan', heading: 'Tunggakan', kind: 'rupiah' },
  { name: 'belumJatuhTempo', heading: 'Belum jatuh tempo', kind: 'rupiah' },
  { name: 'lebihBayar', heading: 'Lebih bayar', kind: 'rupiah' },
  { name: 'jatuhTempoTertua', heading: 'Jatuh tempo tertua', kind: 'day' },
  { name: 'hariTerlambat', heading: 'Hari terlambat', kind: 'number' },
  { name: 'saldo', heading: 'Saldo', kind: 'rupiah' },
  { name: 'fetchedAt', heading: 'Terakhir diambil', kind: 'time' },
  { name: 'changedAt', heading: 'Terakhir berubah', kind: 'time' },
];

export const TUNGGAKAN_COLUMNS: readonly Column<TunggakanDto>[] = [
  { name: 'idperson', heading: 'ID', kind: 'text' },
  { name: 'nama', heading: 'Nama', kind: 'text', wide: true },
  { name: 'UnitFormal', heading: 'Lembaga', kind: 'text' },
  { name: 'KelasFormal', heading: 'Kelas', kind: 'text' },
  { name: 'periode', heading: 'Tahun ajaran', kind: 'text' },
  { name: 'kategori', heading: 'Jenis tagihan', kind: 'text' },
  { name: 'item', heading: 'Tagihan', kind: 'text' },
  { name: 'jatuhTempo', heading: 'Jatuh tempo', kind: 'day' },
  { name: 'hariTerlambat', heading: 'Hari terlambat', kind: 'number' },
  { name: 'tagihan', heading: 'Jumlah tagihan', kind: 'rupiah' },
  { name: 'dibayar', heading: 'Dibayar', kind: 'rupiah' },
  { name: 'sisa', heading: 'Sisa (dibayar − tagihan)', kind: 'rupiah' },
];
