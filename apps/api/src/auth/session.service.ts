import { ROLE_SCOPES } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, MoreThan } from 'typeorm';
import type { Principal } from './principal';
import { hashSecret, newSecret } from './secret';
import { SessionEntity } from './session.entity';
import type { UserEntity } from './user.entity';

export const SESSION_COOKIE = 'bantubayar_session';
/** Tells the page's script, which cannot read the session, that there is one: then it need not ask to be refused. */
export const SIGNED_IN_COOKIE = 'bantubayar_signed_in';
export const SESSION_MS = 7 * 24 * 3_600_000;

/** Sign-ins, kept in the database so that they survive a restart. */
@Injectable()
export class SessionService {
  constructor(private readonly dataSource: DataSource) {}

  /** Opens a session; the answer is the cookie's secret. */
  async open(user: UserEntity): Promise<string> {
    const secret = newSecret();
    const now = Date.now();
    await this.sessions.delete({ expiresAt: LessThan(new Date(now)) });
    await this.sessions.insert({
      tokenHash: hashSecret(secret),
      userId: user.id,
      createdAt: new Date(now),
      expiresAt: new Date(now + SESSION_MS),
    });
    return secret;
  }

  async close(secret: string): Promise<void> {
    await this.sessions.delete({ tokenHash: hashSecret(secret) });
  }

  async principalOf(secret: string): Promise<Principal | null> {
    const session = await this.sessions.findOne({
      where: { tokenHash: hashSecret(secret), expiresAt: MoreThan(new Date()) },
      relations: { user: true },
    });
    return session && toPrincipal(session.user);
  }

  private get sessions() {
    return this.dataSource.getRepository(SessionEntity);
  }
}

export function toPrincipal({ id, nama, email, role }: UserEntity): Principal {
  return { kind: 'user', id: String(id), nama, email, role, scopes: ROLE_SCOPES[role] };
}
