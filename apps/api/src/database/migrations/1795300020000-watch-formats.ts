import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WatchFormats1795300020000 implements MigrationInterface {
  name = 'WatchFormats1795300020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE siswa ADD COLUMN last_reason VARCHAR(32) NULL');
    await db.query(`
      ALTER TABLE sync_run
        ADD COLUMN format_contradictions VARCHAR(20) NOT NULL DEFAULT '',
        ADD COLUMN format_flaws VARCHAR(20) NOT NULL DEFAULT ''`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE sync_run DROP COLUMN format_contradictions, DROP COLUMN format_flaws');
    await db.query('ALTER TABLE siswa DROP COLUMN last_reason');
  }
}
