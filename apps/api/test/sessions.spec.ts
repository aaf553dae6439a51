import type { DataSource } from 'typeorm';
import { SessionService } from '../src/auth/session.service';
import { UserEntity } from '../src/auth/user.entity';
import { freshDatabase } from './database';

const IDLE = '13 HOUR';

describe('sessions looked up together', () => {
  let dataSource: DataSource;
  let sessions: SessionService;
  const people: UserEntity[] = [];

  beforeAll(async () => {
    dataSource = await freshDatabase();
    sessions = new SessionService(dataSource);
    const users = dataSource.getRepository(UserEntity);
    for (const role of ['admin', 'pemantau'] as const)
      people.push(
        await users.save(
          users.create({
            email: `${role}@sekolah.test`,
            nama: role,
            role,
            passwordHash: 'x',
            createdAt: new Date(),
            lastLoginAt: null,
          }),
        ),
      );
  });
  afterAll(() => dataSource.destroy());

  const open = (n: number) => sessions.open(people[n]!, { address: '127.0.0.1', userAgent: null });
  const age = (column: string, by: string) =>
    dataSource.query(`UPDATE session SET ${column} = UTC_TIMESTAMP(3) - INTERVAL ${by}`);

  it('are each its own person’s, and those that are not good are nobody’s', async () => {
    const [admin, other, closed] = [await open(0), await open(1), await open(0)];
    await sessions.close(closed);
    const found = await sessions.principalsOf([admin, 'tidak-ada', other, closed, admin]);
    expect([...found.keys()].sort()).toEqual([admin, other].sort());
    expect(found.get(admin)).toMatchObject({ kind: 'user', nama: 'admin', role: 'admin' });
    expect(found.get(other)).toMatchObject({ id: String(people[1]!.id), role: 'pemantau' });
    expect(await sessions.principalsOf([])).toEqual(new Map());
    expect(await sessions.principalOf(other)).toEqual(found.get(other));
    expect(await sessions.principalOf(closed)).toBeNull();
  });

  it('are noted as used once a minute, and end when nobody uses them', async () => {
    const secrets = [await open(0), await open(1)];
    await age('last_seen_at', '2 MINUTE');
    expect((await sessions.principalsOf(secrets)).size).toBe(2);
    const [{ unnoted }] = await dataSource.query<[{ unnoted: string }]>(
      'SELECT COUNT(*) AS unnoted FROM session WHERE last_seen_at < UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE AND token_hash IN (UNHEX(SHA2(?, 256)), UNHEX(SHA2(?, 256)))',
      secrets,
    );
    expect(Number(unnoted)).toBe(0);
    await age('last_seen_at', IDLE);
    expect((await sessions.principalsOf(secrets)).size).toBe(0);
  });
});
