import { ROLE_SCOPES } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThan, MoreThan, Not } from 'typeorm';
import type { Principal } from '../common/principal';
import { hashSecret, newSecret } from './secret';
import { SessionEntity } from './session.entity';
import type { UserEntity } from './user.entity';

/** Tells the page's script, which cannot read the session, that there is one: then it need not ask to be refused. */
export const SIGNED_IN_COOKIE = 'bantubayar_signed_in';
/** However much it is used. */
export const SESSION_MS = 7 * 24 * 3_600_000;
/** When nobody has used it. */
const IDLE_MS = 12 * 3_600_000;
const NOTE_USE_EVERY_MS = 60_000;
const LONGEST_USER_AGENT = 255;

/** What a browser tells of itself when it signs in. */
export interface Browser {
  address: string;
  userAgent: string | null;
}

/** Who has a session. */
interface Row extends Pick<UserEntity, 'id' | 'nama' | 'email' | 'role'> {
  hash: string;
  lastSeenAt: Date;
}

/** Sign-ins, kept in the database so that they survive a restart. */
@Injectable()
export class SessionService {
  constructor(private readonly dataSource: DataSource) {}

  /** Opens a session; the answer is the cookie's secret. */
  async open(user: UserEntity, { address, userAgent }: Browser): Promise<string> {
    const secret = newSecret();
    const now = Date.now();
    await this.sessions.delete([
      { expiresAt: LessThan(new Date(now)) },
      { lastSeenAt: LessThan(new Date(now - IDLE_MS)) },
    ]);
    await this.sessions.insert({
      tokenHash: hashSecret(secret),
      userId: user.id,
      userAgent: userAgent?.slice(0, LONGEST_USER_AGENT) || null,
      address: address.replace(/^::ffff:/, '') || null,
      createdAt: new Date(now),
      lastSeenAt: new Date(now),
      expiresAt: new Date(now + SESSION_MS),
    });
    return secret;
  }

  async close(secret: string): Promise<void> {
    await this.sessions.delete({ tokenHash: hashSecret(secret) });
  }

  /** The sessions of a person that are still good, the one used last first. */
  of(userId: string): Promise<SessionEntity[]> {
    return this.sessions.find({
      where: { userId, ...stillGood(Date.now()) },
      order: { lastSeenAt: 'DESC', id: 'DESC' },
    });
  }

  async end({ tokenHash }: SessionEntity): Promise<void> {
    await this.sessions.delete({ tokenHash });
  }

  /** All of a person's but one; answers how many. */
  async endOthers(userId: string, kept: Buffer): Promise<number> {
    const { affected } = await this.sessions.delete({
      userId,
      tokenHash: Not(kept),
      ...stillGood(Date.now()),
    });
    return affected ?? 0;
  }

  async principalOf(secret: string): Promise<Principal | null> {
    return (await this.principalsOf([secret])).get(secret) ?? null;
  }

  /** Of those secrets that are good. */
  async principalsOf(secrets: readonly string[]): Promise<Map<string, Principal>> {
    if (secrets.length === 0) return new Map();
    const now = Date.now();
    const bySecret = new Map(secrets.map((secret) => [hashSecret(secret).toString('hex'), secret]));
    const rows = await this.dataSource.query<Row[]>(
      `SELECT HEX(session.token_hash) AS hash, session.last_seen_at AS lastSeenAt,
         app_user.id, app_user.nama, app_user.email, app_user.role
       FROM session JOIN app_user ON app_user.id = session.user_id
       WHERE session.token_hash IN (?) AND session.expires_at > ? AND session.last_seen_at > ?`,
      [[...bySecret.keys()].map((hash) => Buffer.from(hash, 'hex')), new Date(now), new Date(now - IDLE_MS)],
    );
    await this.noteUse(rows, now);
    return new Map(rows.map((row) => [bySecret.get(row.hash.toLowerCase())!, toPrincipal(row)]));
  }

  private async noteUse(rows: readonly Row[], now: number): Promise<void> {
    const before = now - NOTE_USE_EVERY_MS;
    const unnoted = rows.filter(({ lastSeenAt }) => lastSeenAt.getTime() <= before);
    if (unnoted.length === 0) return;
    const tokenHash = In(unnoted.map(({ hash }) => Buffer.from(hash, 'hex')));
    await this.sessions.update({ tokenHash }, { lastSeenAt: new Date(now) });
  }

  private get sessions() {
    return this.dataSource.getRepository(SessionEntity);
  }
}

const stillGood = (now: number) => ({
  expiresAt: MoreThan(new Date(now)),
  lastSeenAt: MoreThan(new Date(now - IDLE_MS)),
});

export function toPrincipal({
  id,
  nama,
  email,
  role,
}: Pick<UserEntity, 'id' | 'nama' | 'email' | 'role'>): Principal {
  return { kind: 'user', id: String(id), nama, email, role, scopes: ROLE_SCOPES[role] };
}
