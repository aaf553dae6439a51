import type { Role } from '@bantubayar/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('app_user')
export class UserEntity {
  @PrimaryGeneratedColumn('increment', { type: 'bigint', unsigned: true }) id!: string;
  @Column('varchar') email!: string;
  @Column('varchar') nama!: string;
  @Column('varchar') role!: Role;
  @Column('varchar', { name: 'password_hash' }) passwordHash!: string;
  @Column('datetime', { name: 'created_at', precision: 3 }) createdAt!: Date;
  @Column('datetime', { name: 'last_login_at', precision: 3, nullable: true }) lastLoginAt!: Date | null;
}
