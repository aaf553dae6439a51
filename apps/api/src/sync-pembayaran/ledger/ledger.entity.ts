import type { FailureReasonCode, SyncOutcome } from '@bantubayar/shared';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SiswaEntity } from '../../siswa/siswa.entity';

/** The ledger: one row a student and run, `pending` until it ends exactly once. */
@Entity('sync_run_siswa')
export class LedgerEntity {
  @PrimaryColumn('bigint', { name: 'run_id', unsigned: true }) runId!: string;
  @PrimaryColumn('bigint', { unsigned: true }) idperson!: string;
  @Column('varchar') outcome!: SyncOutcome;
  @Column('varchar', { nullable: true }) reason!: FailureReasonCode | null;
  @Column('varchar', { nullable: true }) message!: string | null;
  @Column('smallint', { name: 'http_status', nullable: true }) httpStatus!: number | null;
  @Column('smallint') attempts!: number;
  @Column('int', { name: 'duration_ms', nullable: true }) durationMs!: number | null;
  @Column('bigint', { name: 'dibayar_before', nullable: true }) dibayarBefore!: string | null;
  @Column('bigint', { name: 'dibayar_after', nullable: true }) dibayarAfter!: string | null;
  @Column('datetime', { name: 'finished_at', precision: 3, nullable: true }) finishedAt!: Date | null;
  @ManyToOne(() => SiswaEntity, { createForeignKeyConstraints: false })
  @JoinColumn({ name: 'idperson' })
  siswa!: SiswaEntity | null;
}
