import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSiswaTable1795300001000 implements MigrationInterface {
  name = 'CreateSiswaTable1795300001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE siswa (
        idperson BIGINT UNSIGNED NOT NULL PRIMARY KEY,
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
        pembayaran JSON NULL,
        status_pembayaran VARCHAR(16) NOT NULL DEFAULT 'belum_sinkron',
        tagihan BIGINT NULL,
        dibayar BIGINT NULL,
        tunggakan BIGINT NULL,
        saldo BIGINT NULL,
        jumlah_periode INT UNSIGNED NULL,
        content_hash BINARY(32) NULL,
        fetched_at DATETIME(3) NULL,
        changed_at DATETIME(3) NULL,
        left_at DATETIME(3) NULL,
        created_at DATETIME(3) NOT NULL,
        KEY ix_siswa_nama (nama, idperson),
        KEY ix_siswa_tunggakan (tunggakan, idperson),
        KEY ix_siswa_fetched (fetched_at, idperson),
        KEY ix_siswa_changed (changed_at, idperson),
        KEY ix_siswa_status (status_pembayaran, nama, idperson),
        KEY ix_siswa_lembaga (UnitFormal, KelasFormal, nama, idperson)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE siswa');
  }
}
