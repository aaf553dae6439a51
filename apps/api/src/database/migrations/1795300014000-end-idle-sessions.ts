import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EndIdleSessions1795300014000 implements MigrationInterface {
  name = 'EndIdleSessions1795300014000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE session ADD COLUMN last_seen_at DATETIME(3) NULL');
    await db.query('UPDATE session SET last_seen_at = UTC_TIMESTAMP(3)');
    await db.query(`
      CREATE TABLE known_device (
        secret_hash BINARY(32) NOT NULL PRIMARY KEY,
        user_id BIGINT UNSIGNED NOT NULL,
        created_at DATETIME(3) NOT NULL,
        KEY ix_known_device_created (created_at),
        CONSTRAINT fk_known_device_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE known_device');
    await db.query('ALTER TABLE session DROP COLUMN last_seen_at');
  }
}
