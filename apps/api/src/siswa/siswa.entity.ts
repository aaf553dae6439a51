import type { Day, StatusPembayaran } from '@bantubayar/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A student: the roster's fields under their upstream names, the stored payments, and what is derived of them. */
@Entity('siswa')
export class SiswaEntity {
  @PrimaryColumn('bigint', { unsigned: true }) idperson!: string;
  @Column('varchar') nama!: string;
  @Column('char', { nullable: true }) gender!: string | null;
  @Column('varchar', { nullable: true }) lahirtempat!: string | null;
  @Column('varchar', { nullable: true }) lahirtanggal!: string | null;
  @Column('varchar', { nullable: true }) phone!: string | null;
  @Column('varchar', { nullable: true }) UnitFormal!: string | null;
  @Column('varchar', { nullable: true }) KelasFormal!: string | null;
  @Column('varchar', { nullable: true }) AsramaPondok!: string | null;
  @Column('varchar', { nullable: true }) KamarPondok!: string | null;
  @Column('varchar', { nullable: true }) TingkatDiniyah!: string | null;
  @Column('varchar', { nullable: true }) KelasDiniyah!: string | null;
  /** JSON text of the payment service's `data`; read only where one student is shown. */
  @Column('longtext', { nullable: true, select: false }) pembayaran!: string | null;
  @Column('varchar', { name: 'status_pembayaran' }) statusPembayaran!: StatusPembayaran;
  @Column('bigint', { nullable: true }) tagihan!: string | null;
  @Column('bigint', { nullable: true }) dibayar!: string | null;
  @Column('bigint', { nullable: true }) tunggakan!: string | null;
  @Column('bigint', { name: 'belum_jatuh_tempo', nullable: true }) belumJatuhTempo!: string | null;
  @Column('bigint', { name: 'lebih_bayar', nullable: true }) lebihBayar!: string | null;
  /** The earliest due date of an unpaid bill. */
  @Column('date', { name: 'jatuh_tempo_tertua', nullable: true }) jatuhTempoTertua!: Day | null;
  @Column('bigint', { nullable: true }) saldo!: string | null;
  @Column('datetime', { name: 'fetched_at', precision: 3, nullable: true }) fetchedAt!: Date | null;
  @Column('datetime', { name: 'changed_at', precision: 3, nullable: true }) changedAt!: Date | null;
  @Column('datetime', { name: 'left_at', precision: 3, nullable: true }) leftAt!: Date | null;
}
