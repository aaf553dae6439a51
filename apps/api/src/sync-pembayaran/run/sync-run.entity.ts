import type { PauseCode, RunStatus, SyncScopeDto } from '@bantubayar/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A run: its state, scope, owner, figures and times. What was processed is the sum of its four outcomes. */
@Entity('sync_run')
export class SyncRunEntity {
  @PrimaryGeneratedColumn('increment', { type: 'bigint', unsigned: true }) id!: string;
  @Column('varchar') status!: RunStatus;
  @Column('simple-json') scope!: SyncScopeDto;
  @Column('bigint', { name: 'parent_run_id', unsigned: true, nullable: true }) parentRunId!: string | null;
  @Column('int') total!: number;
  @Column('int') updated!: number;
  @Column('int') unchanged!: number;
  @Column('int') failed!: number;
  @Column('int') skipped!: number;
  @Column('int', { name: 'paid_siswa' }) paidSiswa!: number;
  @Column('bigint', { name: 'paid_amount' }) paidAmount!: string;
  @Column('int', { name: 'fell_siswa' }) fellSiswa!: number;
  @Column('bigint', { name: 'fell_amount' }) fellAmount!: string;
  @Column('varchar', { name: 'started_by' }) startedBy!: string;
  @Column('varchar', { name: 'cancelled_by', nullable: true }) cancelledBy!: string | null;
  @Column('varchar', { name: 'pause_code', nullable: true }) pauseCode!: PauseCode | null;
  @Column('varchar', { name: 'pause_reason', nullable: true }) pauseReason!: string | null;
  @Column('datetime', { name: 'resume_at', precision: 3, nullable: true }) resumeAt!: Date | null;
  /** How often it was resumed: tells what a request still in flight began under. */
  @Column('int') resumes!: number;
  @Column('varchar', { nullable: true }) error!: string | null;
  @Column('datetime', { name: 'created_at', precision: 3 }) createdAt!: Date;
  @Column('datetime', { name: 'started_at', precision: 3, nullable: true }) startedAt!: Date | null;
  @Column('datetime', { name: 'finished_at', precision: 3, nullable: true }) finishedAt!: Date | null;
  /** When the rows of students without a problem were taken out of the ledger. */
  @Column('datetime', { name: 'thinned_at', precision: 3, nullable: true }) thinnedAt!: Date | null;
  @Column('datetime', { name: 'dismissed_at', precision: 3, nullable: true }) dismissedAt!: Date | null;
  @Column('datetime', { name: 'window_from_at', precision: 3, nullable: true }) windowFromAt!: Date | null;
  @Column('int', { name: 'window_from_processed' }) windowFromProcessed!: number;

  get processed(): number {
    return this.updated + this.unchanged + this.failed + this.skipped;
  }
}
