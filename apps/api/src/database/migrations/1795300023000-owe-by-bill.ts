import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OweByBill1795300023000 implements MigrationInterface {
  name = 'OweByBill1795300023000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tagihan_terbuka (
        idperson BIGINT UNSIGNED NOT NULL,
        nomor INT UNSIGNED NOT NULL,
        periode VARCHAR(191) NOT NULL,
        kategori VARCHAR(191) NULL,
        item VARCHAR(191) NULL,
        jatuh_tempo DATE NULL,
        tagihan BIGINT NOT NULL,
        dibayar BIGINT NOT NULL,
        PRIMARY KEY (idperson, nomor),
        KEY ix_tagihan_terbuka_jatuh_tempo (jatuh_tempo, idperson, nomor),
        KEY ix_tagihan_terbuka_kategori (kategori, periode, jatuh_tempo, idperson)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
    // Of whom figures_of is not content_hash the figures are derived anew, a few at a time while the product runs: those
    // that are here now, and those that a process of the version before writes meanwhile.
    await db.query(`
      ALTER TABLE siswa
        ADD COLUMN belum_jatuh_tempo BIGINT NULL,
        ADD COLUMN lebih_bayar BIGINT NULL,
        ADD COLUMN jatuh_tempo_tertua DATE NULL,
        ADD COLUMN jatuh_tempo_berikut DATE NULL,
        ADD COLUMN jatuh_tempo_terakhir DATE NULL,
        ADD COLUMN figures_of BINARY(32) NULL,
        ADD COLUMN figures_outdated TINYINT AS (IF(content_hash <=> figures_of, NULL, 1)) VIRTUAL`);
    await db.query(`
      ALTER TABLE siswa
        ADD KEY ix_siswa_figures_outdated (figures_outdated, idperson),
        ADD KEY ix_siswa_jatuh_tempo_tertua (jatuh_tempo_tertua, idperson),
        ADD KEY ix_siswa_jatuh_tempo_berikut (jatuh_tempo_berikut),
        ADD KEY ix_siswa_jatuh_tempo_terakhir (jatuh_tempo_terakhir),
        ADD KEY ix_siswa_last_reason (last_reason, idperson)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE siswa
        DROP KEY ix_siswa_figures_outdated, DROP KEY ix_siswa_jatuh_tempo_tertua,
        DROP KEY ix_siswa_jatuh_tempo_berikut, DROP KEY ix_siswa_jatuh_tempo_terakhir,
        DROP KEY ix_siswa_last_reason`);
    await db.query(`
      ALTER TABLE siswa
        DROP COLUMN figures_outdated, DROP COLUMN figures_of, DROP COLUMN jatuh_tempo_terakhir,
        DROP COLUMN jatuh_tempo_berikut, DROP COLUMN jatuh_tempo_tertua, DROP COLUMN lebih_bayar,
        DROP COLUMN belum_jatuh_tempo`);
    await db.query('DROP TABLE tagihan_terbuka');
  }
}
