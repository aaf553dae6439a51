import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { env } from '../config/env';
import { tellLauncher } from '../common/launcher';
import { hashPassword } from './password';
import { newSecret } from './secret';
import { UserEntity } from './user.entity';

/** Creates the first admin when there is no user yet. A random password is told once, and nowhere kept. */
@Injectable()
export class FirstAdmin implements OnModuleInit {
  private readonly logger = new Logger(FirstAdmin.name);

  constructor(private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    const users = this.dataSource.getRepository(UserEntity);
    if (await users.existsBy({})) return;
    const email = env.ADMIN_EMAIL;
    const random = env.ADMIN_PASSWORD ? null : newSecret().slice(0, 16);
    const { identifiers } = await users
      .createQueryBuilder()
      .insert()
      .orIgnore()
      .values({
        email,
        nama: 'Admin',
        role: 'admin',
        passwordHash: await hashPassword(env.ADMIN_PASSWORD ?? random!),
        createdAt: new Date(),
      })
      .execute();
    if (!identifiers[0]) return;
    const told = tellLauncher({ type: 'first-admin', email, password: random });
    if (!told) this.logger.log(`first admin: ${email}${random ? `, password (shown once): ${random}` : ''}`);
  }
}
