import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { InvalidCredentialsError } from './auth.errors';
import { LoginThrottle } from './login-throttle';
import { passwordFits } from './password';
import type { Principal } from './principal';
import { SessionService, toPrincipal } from './session.service';
import { UserEntity } from './user.entity';

/** Signing in and out. */
@Injectable()
export class AuthService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionService,
    private readonly throttle: LoginThrottle,
  ) {}

  async login(
    email: string,
    password: string,
    address: string,
  ): Promise<{ secret: string; principal: Principal }> {
    const normalised = email.trim().toLowerCase();
    await this.throttle.check(address, normalised);
    const user = await this.dataSource.getRepository(UserEntity).findOneBy({ email: normalised });
    if (!(await passwordFits(password, user?.passwordHash))) {
      await this.throttle.noteFailure(address, normalised);
      throw new InvalidCredentialsError();
    }
    await this.throttle.noteSuccess(address, normalised);
    return { secret: await this.sessions.open(user!), principal: toPrincipal(user!) };
  }

  logout(secret: string): Promise<void> {
    return this.sessions.close(secret);
  }
}
