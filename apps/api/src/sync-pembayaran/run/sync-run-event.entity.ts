import type { LogLevel } from '@bantubayar/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A line of a run's activity log. */
@Entity('sync_run_event')
export class SyncRunEventEntity {
  @PrimaryGeneratedColumn('increment', { type: 'bigint', unsigned: true }) id!: string;
  @Column('bigint', { name: 'run_id', unsigned: true }) runId!: string;
  @Column('datetime', { precision: 3 }) at!: Date;
  @Column('varchar') level!: LogLevel;
  @Column('varchar') code!: string;
  @Column('varchar') message!: string;
  @Column('simple-json', { nullable: true }) params!: Record<string, string | number> | null;
}
