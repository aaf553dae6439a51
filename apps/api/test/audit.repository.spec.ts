import type { DataSource } from 'typeorm';
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
});
