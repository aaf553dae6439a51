import { Injectable } from '@nestjs/common';
import { InvalidCredentialsError } from './auth.errors';
import { LoginThrottle } from './login-throttle';
import { passwordFits } from './password';
import type { Principal } from './principal';
import { SessionService, toPrincipal } from './session.service';
import { UserRepository } from './user.repository';

/** Signing in and out. */
@Injectable()
export class AuthService {
  constructor(
    private readonly users: UserRepository,
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
    const user = await this.users.findByEmail(normalised);
    if (!(await passwordFits(password, user?.passwordHash))) {
      await this.throttle.noteFailure(address, normalised);
      throw new InvalidCredentialsError();
    }
    await this.throttle.noteSuccess(address, normalised);
    await this.users.noteLogin(user!.id);
    return { secret: await this.sessions.open(user!), principal: toPrincipal(user!) };
  }

  logout(secret: string): Promise<void> {
    return this.sessions.close(secret);
  }
}
