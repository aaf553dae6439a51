import type { TokenScope } from '@bantubayar/shared';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { UserEntity } from './user.entity';

/** An integrator's bearer token: only its hash is kept. */
@Entity('api_token')
export class ApiTokenEntity {
  @PrimaryGeneratedColumn('increment', { type: 'bigint', unsigned: true }) id!: string;
  @Column('varchar') name!: string;
  @Column('varchar') prefix!: string;
  @Column('binary', { name: 'token_hash', length: 32 }) tokenHash!: Buffer;
  @Column('simple-json') scopes!: TokenScope[];
  /** Whose it is: it ends with that person, and may do no more. null: made before owners were kept. */
  @Column('bigint', { name: 'user_id', unsigned: true, nullable: true }) userId!: string | null;
  @ManyToOne(() => UserEntity, { nullable: true }) @JoinColumn({ name: 'user_id' }) user!: UserEntity | null;
  @Column('varchar', { name: 'created_by' }) createdBy!: string;
  @Column('datetime', { name: 'created_at', precision: 3 }) createdAt!: Date;
  @Column('datetime', { name: 'expires_at', precision: 3, nullable: true }) expiresAt!: Date | null;
  @Column('datetime', { name: 'last_used_at', precision: 3, nullable: true }) lastUsedAt!: Date | null;
}
