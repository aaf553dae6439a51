import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindWords1795300038000 implements MigrationInterface {
  name = 'FindWords1795300038000';

  async up(db: QueryRunner): Promise<void> {
    // Words are compared as names are in siswa, whatever the server's default was when that was made.
    const [{ collation }] = (await db.query(
      `SELECT COLLATION_NAME AS collation FROM information_schema.COLUMNS
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'siswa' AND COLUMN_NAME = 'nama'`,
    )) as [{ collation: string }];
    await db.query(`
      CREATE TABLE kata (
        id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        persis VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
        kata VARCHAR(191) CHARACTER SET utf8mb4 COLLATE ${collation} NOT NULL,
        UNIQUE KEY uq_kata_persis (persis),
        KEY ix_kata_kata (kata)
      ) ENGINE=InnoDB`);
    await db.query(`
      CREATE TABLE siswa_kata (
        kata_id INT UNSIGNED NOT NULL,
        nama VARCHAR(191) CHARACTER SET utf8mb4 COLLATE ${collation} NOT NULL,
        idperson BIGINT UNSIGNED NOT NULL,
        PRIMARY KEY (kata_id, nama, idperson),
        KEY ix_siswa_kata_siswa (idperson)
      ) ENGINE=InnoDB`);
    // All that a search looks at, for those that words alone do not answer.
    await db.query('ALTER TABLE siswa ADD KEY ix_siswa_cari (nama, KelasFormal, phone, UnitFormal, left_at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE siswa DROP KEY ix_siswa_cari');
    await db.query('DROP TABLE siswa_kata');
    await db.query('DROP TABLE kata');
  }
}
