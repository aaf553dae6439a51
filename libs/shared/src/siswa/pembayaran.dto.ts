import type { Day, Rupiah, Whole } from '../common/scalars';

/**
 * Amounts in whole rupiah. `sisa` = dibayar - tagihan: negative is arrears (tunggakan), positive is overpaid.
 * `lunas` is true when `sisa` is not negative.
 */
export class JumlahDto {
  /** What was billed. */
  tagihan!: Rupiah;
  /** What was paid. @example 1000000 */
  dibayar!: Rupiah;
  /** Paid minus billed: negative is arrears. @example -250000 */
  sisa!: Rupiah;
  /** Whether nothing is left to pay. @example false */
  lunas!: boolean;
}

/** A bill. */
export class ItemPembayaranDto extends JumlahDto {
  /** The bill's id at the payment service, unique in its category only. @example "7" */
  id!: string;
  /** The bill's name. @example "Juli" */
  nama!: string;
  /** Its date as the payment service writes it, whatever that is. @example "2025-07-10" */
  tanggal!: string | null;
  /** The day on which it falls due; null where the service's date cannot be read: then it is due at once. */
  jatuhTempo!: Day | null;
  /** Days since it fell due, 0 on the day itself; null where nothing of it is owed today. @example 138 */
  hariTerlambat!: Whole | null;
}

/** A kind of bills of a school year. */
export class KategoriPembayaranDto extends JumlahDto {
  /** The category's name. @example "SPP" */
  nama!: string;
  /** Its bills. */
  items!: ItemPembayaranDto[];
}

/** One school year. */
export class PeriodePembayaranDto extends JumlahDto {
  /** The school year. @example "20252026" */
  periode!: string;
  /** The student's class in that year. @example "8A" */
  kelas!: string | null;
  /** Its bills by category. */
  kategori!: KategoriPembayaranDto[];
}
