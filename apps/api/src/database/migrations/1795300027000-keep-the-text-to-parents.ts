import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepTheTextToParents1795300027000 implements MigrationInterface {
  name = 'KeepTheTextToParents1795300027000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE pesan_wali (
        id TINYINT UNSIGNED NOT NULL PRIMARY KEY,
        sekolah VARCHAR(100) NOT NULL,
        template TEXT NOT NULL,
        changed_at DATETIME(3) NOT NULL
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE pesan_wali');
  }
}
