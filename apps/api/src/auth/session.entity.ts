import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { UserEntity } from './user.entity';

/** A sign-in: only the hash of the cookie's secret is kept. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn('binary', { name: 'token_hash', length: 32 }) tokenHash!: Buffer;
  @Column('bigint', { name: 'user_id', unsigned: true }) userId!: string;
  @ManyToOne(() => UserEntity) @JoinColumn({ name: 'user_id' }) user!: UserEntity;
  @Column('datetime', { name: 'created_at', precision: 3 }) createdAt!: Date;
  @Column('datetime', { name: 'last_seen_at', precision: 3 }) lastSeenAt!: Date;
  @Column('datetime', { name: 'expires_at', precision: 3 }) expiresAt!: Date;
}
