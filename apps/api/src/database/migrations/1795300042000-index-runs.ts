import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexRuns1795300042000 implements MigrationInterface {
  name = 'IndexRuns1795300042000';

  /** In the order of the list, so that a page of one owner's runs, or of the retries of one, reads no others. */
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX ix_sync_run_started_by ON sync_run (started_by, id)');
    await db.query('CREATE INDEX ix_sync_run_parent ON sync_run (parent_run_id, id)');
    await db.query('CREATE INDEX ix_sync_run_created ON sync_run (created_at, id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const name of ['created', 'parent', 'started_by'])
      await db.query(`DROP INDEX ix_sync_run_${name} ON sync_run`);
  }
}
