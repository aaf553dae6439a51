import { Injectable } from '@nestjs/common';
import { canonicalEmail } from '../config/password-rules';
import { InvalidCredentialsError } from './auth.errors';
import { KnownDevices } from './known-devices';
import { LoginThrottle } from './login-throttle';
import { passwordFits } from './password';
import type { Principal } from '../common/principal';
import type { TellRateLimit } from '../common/rate-limit';
import { type Browser, SessionService, toPrincipal } from './session.service';
import { UserRepository } from './user.repository';

/** What a browser brings along to a sign-in. */
export interface Visitor extends Browser {
  /** The secret of the session that it had until now. */
  session: string | null;
  /** The secret of the device. */
  device: string | null;
  /** Hears how many attempts are left. */
  tellLimit: TellRateLimit;
}

/** What it gets: the session's secret, and the device's where it had none yet. */
export interface SignedIn {
  principal: Principal;
  session: string;
  device: string | null;
}

/** Signing in and out. */
@Injectable()
export class AuthService {
  constructor(
    private readonly users: UserRepository,
    private readonly sessions: SessionService,
    private readonly devices: KnownDevices,
    private readonly throttle: LoginThrottle,
  ) {}

  async login(given: string, password: string, visitor: Visitor): Promise<SignedIn> {
    const email = canonicalEmail(given);
    const isKnown = visitor.device !== null && (await this.devices.knows(visitor.device, email));
    const device = isKnown ? visitor.device : null;
    const takeBack = await this.throttle.attempt(
      { email, address: visitor.address, device },
      visitor.tellLimit,
    );
    const user = await this.users.findByEmail(email);
    if (!(await passwordFits(password, user?.passwordHash))) throw new InvalidCredentialsError();
    await takeBack();
    await this.users.noteLogin(user!.id);
    if (visitor.session !== null) await this.sessions.close(visitor.session);
    return {
      principal: toPrincipal(user!),
      session: await this.sessions.open(user!, visitor),
      device: isKnown ? null : await this.devices.remember(user!.id),
    };
  }

  logout(secret: string): Promise<void> {
    return this.sessions.close(secret);
  }
}
