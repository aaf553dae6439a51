import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StageRosters1795300039000 implements MigrationInterface {
  name = 'StageRosters1795300039000';

  async up(db: QueryRunner): Promise<void> {
    const [{ collation }] = (await db.query(
      `SELECT COLLATION_NAME AS collation FROM information_schema.COLUMNS
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'siswa' AND COLUMN_NAME = 'nama'`,
    )) as [{ collation: string }];
    await db.query(`
      CREATE TABLE siswa_baru (
        bacaan BIGINT UNSIGNED NOT NULL,
        nomor INT UNSIGNED NOT NULL,
        idperson BIGINT UNSIGNED NOT NULL,
        nama VARCHAR(191) NOT NULL,
        gender CHAR(1) NULL,
        lahirtempat VARCHAR(191) NULL,
        lahirtanggal VARCHAR(32) NULL,
        phone VARCHAR(64) NULL,
        UnitFormal VARCHAR(100) NULL,
        KelasFormal VARCHAR(100) NULL,
        AsramaPondok VARCHAR(100) NULL,
        KamarPondok VARCHAR(100) NULL,
        TingkatDiniyah VARCHAR(100) NULL,
        KelasDiniyah VARCHAR(100) NULL,
        PRIMARY KEY (bacaan, idperson, nomor)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=${collation}`);
    // Whoever applies a roster holds this row.
    await db.query("INSERT INTO siswa_baru (bacaan, nomor, idperson, nama) VALUES (0, 0, 0, 'giliran')");
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE siswa_baru');
  }
}
