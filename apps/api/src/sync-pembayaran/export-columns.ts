import {
  type LedgerRowDto,
  type PerubahanDto,
  SYNC_OUTCOME_WORDS,
  type SyncOutcome,
} from '@bantubayar/shared';
import type { Column } from '../export/table';

export const LEDGER_COLUMNS: readonly Column<LedgerRowDto>[] = [
  { name: 'idperson', heading: 'ID', kind: 'text' },
  { name: 'nama', heading: 'Nama', kind: 'text', wide: true },
  {
    name: 'outcome',
    heading: 'Hasil',
    kind: 'text',
    words: (outcome: SyncOutcome) => SYNC_OUTCOME_WORDS[outcome],
  },
  { name: 'reason', heading: 'Kode alasan', kind: 'text' },
  { name: 'message', heading: 'Alasan', kind: 'text', wide: true },
  { name: 'httpStatus', heading: 'Status HTTP', kind: 'number' },
  { name: 'attempts', heading: 'Percobaan', kind: 'number' },
  { name: 'durationMs', heading: 'Lama (ms)', kind: 'number' },
  { name: 'dibayarBefore', heading: 'Dibayar sebelumnya', kind: 'rupiah' },
  { name: 'dibayarAfter', heading: 'Dibayar sekarang', kind: 'rupiah' },
  { name: 'finishedAt', heading: 'Selesai', kind: 'time' },
  { name: 'UnitFormal', heading: 'Lembaga', kind: 'text' },
  { name: 'KelasFormal', heading: 'Kelas', kind: 'text' },
];

/** A change without its bills; school years are one text. */
export type PerubahanRow = Omit<PerubahanDto, 'items' | 'periodeBaru' | 'periodeHilang'> &
  Record<'periodeBaru' | 'periodeHilang', string>;

export const PERUBAHAN_COLUMNS: readonly Column<PerubahanRow>[] = [
  { name: 'idperson', heading: 'ID', kind: 'text' },
  { name: 'nama', heading: 'Nama', kind: 'text', wide: true },
  { name: 'UnitFormal', heading: 'Lembaga', kind: 'text' },
  { name: 'KelasFormal', heading: 'Kelas', kind: 'text' },
  { name: 'tagihanBefore', heading: 'Tagihan sebelumnya', kind: 'rupiah' },
  { name: 'tagihanAfter', heading: 'Tagihan sekarang', kind: 'rupiah' },
  { name: 'dibayarBefore', heading: 'Dibayar sebelumnya', kind: 'rupiah' },
  { name: 'dibayarAfter', heading: 'Dibayar sekarang', kind: 'rupiah' },
  { name: 'dibayarSelisih', heading: 'Selisih dibayar', kind: 'rupiah' },
  { name: 'turun', heading: 'Turun', kind: 'text', words: (turun: boolean) => (turun ? 'Ya' : 'Tidak') },
  { name: 'tunggakanBefore', heading: 'Tunggakan sebelumnya', kind: 'rupiah' },
  { name: 'tunggakanAfter', heading: 'Tunggakan sekarang', kind: 'rupiah' },
  { name: 'periodeBaru', heading: 'Tahun ajaran baru', kind: 'text' },
  { name: 'periodeHilang', heading: 'Tahun ajaran hilang', kind: 'text' },
  { name: 'at', heading: 'Waktu', kind: 'time' },
];
