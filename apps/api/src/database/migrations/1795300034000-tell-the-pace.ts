import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellThePace1795300034000 implements MigrationInterface {
  name = 'TellThePace1795300034000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE sync_worker
        ADD COLUMN at_once INT UNSIGNED NULL,
        ADD COLUMN latency_ms INT UNSIGNED NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE sync_worker DROP COLUMN latency_ms, DROP COLUMN at_once');
  }
}
