import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ThinLedgers1795300006000 implements MigrationInterface {
  name = 'ThinLedgers1795300006000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE sync_run ADD COLUMN thinned_at DATETIME(3) NULL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE sync_run DROP COLUMN thinned_at');
  }
}
