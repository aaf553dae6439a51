import type { MigrationInterface, QueryRunner } from 'typeorm';

const AMOUNTS = ['tagihan', 'dibayar', 'tunggakan', 'belum_jatuh_tempo', 'lebih_bayar'];
const GROUPS = ['UnitFormal', 'KelasFormal', 'AsramaPondok', 'KamarPondok', 'TingkatDiniyah', 'KelasDiniyah'];
/** All that is counted and noted of a student. */
const counted = (more: readonly string[]) =>
  [
    "COALESCE(HEX(figures_of), '-')",
    'IF(content_hash <=> figures_of, 0, 1)',
    'status_pembayaran',
    ...AMOUNTS.map((amount) => `COALESCE(${amount}, '-')`),
    ...['nama', ...GROUPS, ...more].map((text) => `COALESCE(HEX(${text}), '-')`),
  ].join(', ');

export class FindNumbers1795300046000 implements MigrationInterface {
  name = 'FindNumbers1795300046000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE siswa_nomor (
        nomor VARCHAR(14) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        idperson BIGINT UNSIGNED NOT NULL,
        PRIMARY KEY (nomor, idperson),
        KEY ix_siswa_nomor_siswa (idperson)
      ) ENGINE=InnoDB`);
    const [{ collation }] = (await db.query(
      `SELECT COLLATION_NAME AS collation FROM information_schema.COLUMNS
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'siswa' AND COLUMN_NAME = 'phone'`,
    )) as [{ collation: string }];
    await db.query(
      `ALTER TABLE siswa_terhitung ADD COLUMN phone VARCHAR(64) CHARACTER SET utf8mb4 COLLATE ${collation} NULL`,
    );
    await count(db, 'hitungan', 'sidik', ['phone']);
  }

  async down(db: QueryRunner): Promise<void> {
    await count(db, 'sidik', 'hitungan', []);
    await db.query('ALTER TABLE siswa_terhitung DROP COLUMN phone');
    await db.query('DROP TABLE siswa_nomor');
  }
}

/** Under another name, so that a process of the other version, which does not know all of it, marks nobody as counted. */
async function count(db: QueryRunner, before: string, after: string, more: readonly string[]): Promise<void> {
  await db.query('ALTER TABLE siswa DROP KEY ix_siswa_belum_terhitung');
  await db.query('ALTER TABLE siswa DROP COLUMN belum_terhitung');
  await db.query(`ALTER TABLE siswa DROP COLUMN ${before}`);
  await db.query(`
    ALTER TABLE siswa
      ADD COLUMN ${after} BINARY(16) AS (IF(left_at IS NULL, UNHEX(MD5(CONCAT_WS('|', ${counted(more)}))), NULL)) VIRTUAL,
      ADD COLUMN belum_terhitung TINYINT AS (IF(terhitung <=> ${after}, NULL, 1)) VIRTUAL`);
  await db.query('ALTER TABLE siswa ADD KEY ix_siswa_belum_terhitung (belum_terhitung, idperson)');
}
