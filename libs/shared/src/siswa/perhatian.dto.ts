import type { Page } from '../common/page';
import type { Count, Id } from '../common/scalars';
import type { ReasonCountDto } from '../sync-pembayaran/run.dto';

/**
 * What waits for a person: a connection whose credentials are refused, answers that wait for a decision, students who could not be fetched, payments that fell, a run that
 * stands still until somebody acts, students not fetched for a day.
 * @example "gagal"
 */
export type PerhatianJenis = 'koneksi' | 'tinjauan' | 'gagal' | 'turun' | 'dijeda' | 'usang';

/** Something that waits for a person. */
export class PerhatianDto {
  /** What it is. */
  jenis!: PerhatianJenis;
  /** How many students; of a run that stands still, how many are left; 1 for the connection. @example 12 */
  jumlah!: Count;
  /** The address of its list, or of where it can be mended, for browsers and programs. @example "/admin/siswa?perhatian=gagal" */
  alamat!: string;
  /** Whether it counts as waiting; what does not is worth knowing only. @example true */
  menunggu!: boolean;
  /** What it is about and what to do, in Indonesian. @example "12 siswa gagal diambil; coba lagi dari daftarnya" */
  message!: string;
  /** The run that stands still; null for everything else. @example null */
  runId!: Id | null;
  /** Why the students could not be fetched; empty for everything else. */
  alasan!: ReasonCountDto[];
}

/** What waits for a person; what does not wait is left out. */
export class PerhatianListDto implements Page<PerhatianDto> {
  /** The most urgent first. */
  items!: PerhatianDto[];
  /** Always null: there is one page. @example null */
  nextCursor!: string | null;
  /** How much waits in all, as the menu shows it: what is worth knowing only is not among them. @example 12 */
  total!: Count;
}
