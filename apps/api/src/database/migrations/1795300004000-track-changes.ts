import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TrackChanges1795300004000 implements MigrationInterface {
  name = 'TrackChanges1795300004000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE pembayaran_change (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        idperson BIGINT UNSIGNED NOT NULL,
        run_id BIGINT UNSIGNED NULL,
        at DATETIME(3) NOT NULL,
        detail JSON NOT NULL,
        KEY ix_pembayaran_change_siswa (idperson, id),
        KEY ix_pembayaran_change_run (run_id, id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    await db.query(`
      ALTER TABLE sync_run
        ADD COLUMN paid_siswa INT UNSIGNED NOT NULL DEFAULT 0,
        ADD COLUMN paid_amount BIGINT NOT NULL DEFAULT 0`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE sync_run DROP COLUMN paid_siswa, DROP COLUMN paid_amount');
    await db.query('DROP TABLE pembayaran_change');
  }
}
