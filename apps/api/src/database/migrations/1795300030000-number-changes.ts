import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NumberChanges1795300030000 implements MigrationInterface {
  name = 'NumberChanges1795300030000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE pembayaran_change ADD COLUMN nomor BIGINT UNSIGNED NULL');
    // What a worker of the version before notes meanwhile has none, and gets one as everything new does.
    await db.query('UPDATE pembayaran_change SET nomor = id');
    await db.query('ALTER TABLE pembayaran_change ADD KEY ix_pembayaran_change_nomor (nomor)');
    await db.query(`
      CREATE TABLE umpan (
        id TINYINT UNSIGNED NOT NULL PRIMARY KEY,
        nomor BIGINT UNSIGNED NOT NULL,
        dibuang BIGINT UNSIGNED NOT NULL DEFAULT 0
      ) ENGINE=InnoDB`);
    await db.query('INSERT INTO umpan (id, nomor) SELECT 1, COALESCE(MAX(nomor), 0) FROM pembayaran_change');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE umpan');
    await db.query('ALTER TABLE pembayaran_change DROP KEY ix_pembayaran_change_nomor, DROP COLUMN nomor');
  }
}
