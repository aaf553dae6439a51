import type { MigrationInterface, QueryRunner } from 'typeorm';

const SUMS = [
  ...['total', 'lunas', 'belum_lunas', 'belum_sinkron', 'usang', 'tagihan', 'dibayar', 'tunggakan'],
  ...['belum_jatuh_tempo', 'lebih_bayar', 'dihitung_ulang'],
];
const AMOUNTS = ['tagihan', 'dibayar', 'tunggakan', 'belum_jatuh_tempo', 'lebih_bayar'];
const GROUPS = [
  'nama',
  'UnitFormal',
  'KelasFormal',
  'AsramaPondok',
  'KamarPondok',
  'TingkatDiniyah',
  'KelasDiniyah',
];
const COUNTED_GROUPS = ['lembaga', 'kelas', 'asrama', 'kamar', 'tingkat_diniyah', 'kelas_diniyah'];
/** All that is counted of a student. */
const COUNTED = [
  "COALESCE(HEX(figures_of), '-')",
  'IF(content_hash <=> figures_of, 0, 1)',
  'status_pembayaran',
  ...AMOUNTS.map((amount) => `COALESCE(${amount}, '-')`),
  ...GROUPS.map((group) => `COALESCE(HEX(${group}), '-')`),
];

export class CountAhead1795300037000 implements MigrationInterface {
  name = 'CountAhead1795300037000';

  async up(db: QueryRunner): Promise<void> {
    // Names are compared here as they are in siswa, whatever the server's default was when that was made.
    const [{ collation }] = (await db.query(
      `SELECT COLLATION_NAME AS collation FROM information_schema.COLUMNS
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'siswa' AND COLUMN_NAME = 'UnitFormal'`,
    )) as [{ collation: string }];
    const name = `VARCHAR(100) CHARACTER SET utf8mb4 COLLATE ${collation} NULL`;
    await db.query(`
      CREATE TABLE hitungan_siswa (
        kunci BINARY(20) NOT NULL PRIMARY KEY,
        jenis VARCHAR(10) NOT NULL,
        nama ${name},
        bagian ${name},
        ${SUMS.map((sum) => `${sum} BIGINT NOT NULL DEFAULT 0`).join(', ')},
        KEY ix_hitungan_siswa_jenis (jenis, nama, bagian)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=${collation}`);
    await db.query(`
      CREATE TABLE hitungan_tagihan (
        kunci VARBINARY(1500) NOT NULL PRIMARY KEY,
        siswa BIGINT NOT NULL,
        bills BIGINT NOT NULL,
        jumlah BIGINT NOT NULL
      ) ENGINE=InnoDB`);
    // As what students are counted, apart from their wide rows.
    await db.query(`
      CREATE TABLE siswa_terhitung (
        idperson BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        nama VARCHAR(191) CHARACTER SET utf8mb4 COLLATE ${collation} NOT NULL,
        ${COUNTED_GROUPS.map((group) => `${group} ${name}`).join(', ')},
        ${AMOUNTS.map((amount) => `${amount} BIGINT NOT NULL`).join(', ')},
        status VARCHAR(16) CHARACTER SET utf8mb4 COLLATE ${collation} NOT NULL,
        usang TINYINT NOT NULL,
        ulang TINYINT NOT NULL
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=${collation}`);
    await db.query(`
      CREATE TABLE tagihan_terhitung (
        idperson BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        dari BINARY(32) NULL,
        terbuka MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
      ) ENGINE=InnoDB`);
    // Whoever counts holds this row.
    await db.query("INSERT INTO hitungan_siswa (kunci, jenis) VALUES ('', 'giliran')");
    await db.query(
      'ALTER TABLE siswa ADD COLUMN terhitung BINARY(16) NULL, ADD COLUMN terhitung_usang TINYINT NULL',
    );
    // Of whom belum_terhitung is 1 the sums do not know what stands on the row: everybody now, and whoever is written later.
    await db.query(`
      ALTER TABLE siswa
        ADD COLUMN hitungan BINARY(16) AS (IF(left_at IS NULL, UNHEX(MD5(CONCAT_WS('|', ${COUNTED.join(', ')}))), NULL)) VIRTUAL,
        ADD COLUMN belum_terhitung TINYINT AS (IF(terhitung <=> hitungan, NULL, 1)) VIRTUAL`);
    await db.query(`
      ALTER TABLE siswa
        ADD KEY ix_siswa_belum_terhitung (belum_terhitung, idperson),
        ADD KEY ix_siswa_terhitung_usang (terhitung_usang, fetched_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE siswa DROP KEY ix_siswa_belum_terhitung, DROP KEY ix_siswa_terhitung_usang');
    await db.query('ALTER TABLE siswa DROP COLUMN belum_terhitung');
    await db.query(
      'ALTER TABLE siswa DROP COLUMN hitungan, DROP COLUMN terhitung_usang, DROP COLUMN terhitung',
    );
    for (const table of ['tagihan_terhitung', 'siswa_terhitung', 'hitungan_tagihan', 'hitungan_siswa'])
      await db.query(`DROP TABLE ${table}`);
  }
}
