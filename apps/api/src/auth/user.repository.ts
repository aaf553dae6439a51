import type { CreateUserDto, Role } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction, isDuplicate } from '../database/transaction';
import { EmailTakenError, LastAdminError } from './auth.errors';
import { SessionEntity } from './session.entity';
import { UserEntity } from './user.entity';

export interface UserChange {
  nama?: string;
  role?: Role;
  passwordHash?: string;
}

/** The people who may sign in. There is always an admin: what would take the last one away is refused. */
@Injectable()
export class UserRepository {
  constructor(private readonly dataSource: DataSource) {}

  all(): Promise<UserEntity[]> {
    return this.users.find({ order: { nama: 'ASC', id: 'ASC' } });
  }

  find(id: string): Promise<UserEntity | null> {
    return this.users.findOneBy({ id });
  }

  findByEmail(email: string): Promise<UserEntity | null> {
    return this.users.findOneBy({ email });
  }

  async create(user: Omit<CreateUserDto, 'password'> & { passwordHash: string }): Promise<UserEntity> {
    try {
      return await this.users.save(this.users.create({ ...user, createdAt: new Date(), lastLoginAt: null }));
    } catch (error) {
      if (isDuplicate(error)) throw new EmailTakenError(user.email);
      throw error;
    }
  }

  /** A new password ends the user's sessions. */
  async change(id: string, change: UserChange): Promise<void> {
    if (Object.keys(change).length === 0) return;
    await inTransaction(this.dataSource, async ({ manager }) => {
      if (change.role !== undefined && change.role !== 'admin') await keepAnAdmin(manager, id);
      await manager.update(UserEntity, { id }, change);
      if (change.passwordHash) await manager.delete(SessionEntity, { userId: id });
    });
  }

  /** The user's sessions go with the user. */
  async remove(id: string): Promise<void> {
    await inTransaction(this.dataSource, async ({ manager }) => {
      await keepAnAdmin(manager, id);
      await manager.delete(UserEntity, { id });
    });
  }

  async noteLogin(id: string): Promise<void> {
    await this.users.update({ id }, { lastLoginAt: new Date() });
  }

  private get users() {
    return this.dataSource.getRepository(UserEntity);
  }
}

/** Locks the admins until the end of the transaction, so that two cannot take each other away in the same instant. */
async function keepAnAdmin(manager: EntityManager, id: string): Promise<void> {
  const lock = { mode: 'pessimistic_write' } as const;
  const admins = await manager.find(UserEntity, { where: { role: 'admin' }, lock });
  if (admins.length === 1 && admins[0]!.id === id) throw new LastAdminError();
}
