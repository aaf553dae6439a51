import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSyncSchedule1795300003000 implements MigrationInterface {
  name = 'CreateSyncSchedule1795300003000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sync_schedule (
        id TINYINT UNSIGNED NOT NULL PRIMARY KEY,
        enabled TINYINT(1) NOT NULL,
        cron VARCHAR(100) NOT NULL,
        timezone VARCHAR(64) NOT NULL,
        scope JSON NOT NULL,
        next_run_at DATETIME(3) NULL,
        last_run_at DATETIME(3) NULL
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sync_schedule');
  }
}
