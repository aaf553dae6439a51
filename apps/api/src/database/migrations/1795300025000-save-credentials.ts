import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SaveCredentials1795300025000 implements MigrationInterface {
  name = 'SaveCredentials1795300025000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE koneksi (
        id TINYINT UNSIGNED NOT NULL PRIMARY KEY,
        version INT UNSIGNED NOT NULL DEFAULT 0,
        token VARBINARY(8192) NULL,
        cookie VARBINARY(8192) NULL,
        saved_by VARCHAR(191) NULL,
        saved_at DATETIME(3) NULL
      ) ENGINE = InnoDB`);
    await db.query('INSERT INTO koneksi (id) VALUES (1)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE koneksi');
  }
}
