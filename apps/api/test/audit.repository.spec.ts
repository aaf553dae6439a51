import type { DataSource } from 'typeorm';
import { AuditRetention } from '../src/audit/audit-retention';
import { AuditRepository } from '../src/audit/audit.repository';
import { freshDatabase } from './database';

describe('the audit list', () => {
  let dataSource: DataSource;
  let audit: AuditRepository;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    audit = new AuditRepository(dataSource);
  });
  afterAll(() => dataSource.destroy());

  const intent = { actor: 'Siti', actorKind: 'user', action: 'sync_reset', target: null } as const;

  it('has an entry before the deed is done, which tells so, and one that was refused goes', async () => {
    const [done, refused, interrupted] = [
      await audit.begin(intent),
      await audit.begin(intent),
      await audit.begin(intent),
    ];
    await audit.complete(done, { target: '7', details: { nama: 'Ali' } });
    await audit.withdraw(refused);
    await audit.withdraw(done);
    expect(await audit.page(undefined, 10)).toMatchObject([
      { id: interrupted, done: false, target: null, details: null },
      { id: done, done: true, target: '7', details: { nama: 'Ali' } },
    ]);
  });

  it('goes back as long as it is said to, and no further', async () => {
    const [old, young] = [await audit.begin(intent), await audit.begin(intent)];
    await dataSource.query('UPDATE audit_entry SET at = UTC_TIMESTAMP(3) - INTERVAL ? DAY WHERE id <= ?', [
      731,
      old,
    ]);
    const ids = async () => (await audit.page(undefined, 10)).map(({ id }) => id);
    await new AuditRetention(dataSource).thinSome(0);
    await new AuditRetention(dataSource).thinSome(732);
    expect((await ids()).length).toBeGreaterThan(1);
    const retention = new AuditRetention(dataSource);
    await retention.thinSome(730);
    expect(await ids()).toEqual([young]);
    await dataSource.query('UPDATE audit_entry SET at = UTC_TIMESTAMP(3) - INTERVAL 800 DAY');
    await retention.thinSome(730);
    expect(await ids()).toEqual([young]);
  });
});
