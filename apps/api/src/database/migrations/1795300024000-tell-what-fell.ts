import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellWhatFell1795300024000 implements MigrationInterface {
  name = 'TellWhatFell1795300024000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE pembayaran_change
        ADD COLUMN tagihan_selisih BIGINT AS (
          CAST(JSON_EXTRACT(detail, '$.tagihanAfter') AS SIGNED) - CAST(JSON_EXTRACT(detail, '$.tagihanBefore') AS SIGNED)
        ) VIRTUAL`);
    await db.query(`
      ALTER TABLE sync_run
        ADD COLUMN fell_siswa INT UNSIGNED NOT NULL DEFAULT 0,
        ADD COLUMN fell_amount BIGINT NOT NULL DEFAULT 0`);
    await db.query(`
      UPDATE sync_run JOIN (
        SELECT run_id, COUNT(*) AS siswa, SUM(GREATEST(-dibayar_selisih, 0)) AS amount
        FROM pembayaran_change WHERE dibayar_selisih < 0 OR tagihan_selisih < 0 GROUP BY run_id
      ) AS fell ON fell.run_id = sync_run.id
      SET sync_run.fell_siswa = fell.siswa, sync_run.fell_amount = fell.amount`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE sync_run DROP COLUMN fell_amount, DROP COLUMN fell_siswa');
    await db.query('ALTER TABLE pembayaran_change DROP COLUMN tagihan_selisih');
  }
}
