import { Column, Entity, Generated, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { UserEntity } from './user.entity';

/** A sign-in: only the hash of the cookie's secret is kept. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn('binary', { name: 'token_hash', length: 32 }) tokenHash!: Buffer;
  /** What it is called by; it opens nothing. */
  @Column('bigint', { unsigned: true }) @Generated('increment') id!: string;
  @Column('bigint', { name: 'user_id', unsigned: true }) userId!: string;
  @ManyToOne(() => UserEntity) @JoinColumn({ name: 'user_id' }) user!: UserEntity;
  @Column('varchar', { name: 'user_agent', length: 255, nullable: true }) userAgent!: string | null;
  @Column('varchar', { length: 45, nullable: true }) address!: string | null;
  @Column('datetime', { name: 'created_at', precision: 3 }) createdAt!: Date;
  @Column('datetime', { name: 'last_seen_at', precision: 3 }) lastSeenAt!: Date;
  @Column('datetime', { name: 'expires_at', precision: 3 }) expiresAt!: Date;
}
