import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SumChanges1795300005000 implements MigrationInterface {
  name = 'SumChanges1795300005000';

  async up(db: QueryRunner): Promise<void> {
    // Generated, so that a worker of the version before need not know of it, and what is there already has it too.
    await db.query(`
      ALTER TABLE pembayaran_change
        ADD COLUMN dibayar_selisih BIGINT AS (
          CAST(JSON_EXTRACT(detail, '$.dibayarAfter') AS SIGNED) - CAST(JSON_EXTRACT(detail, '$.dibayarBefore') AS SIGNED)
        ) STORED,
        ADD KEY ix_pembayaran_change_at (at, dibayar_selisih, idperson)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'ALTER TABLE pembayaran_change DROP KEY ix_pembayaran_change_at, DROP COLUMN dibayar_selisih',
    );
  }
}
