import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellKindsOfChanges1795300029000 implements MigrationInterface {
  name = 'TellKindsOfChanges1795300029000';

  async up(db: QueryRunner): Promise<void> {
    // With a default, so that a worker of the version before need not know of it: all that it notes is of this kind.
    await db.query(`
      ALTER TABLE pembayaran_change
        ADD COLUMN jenis VARCHAR(20) NOT NULL DEFAULT 'pembayaran',
        ADD COLUMN oleh VARCHAR(191) NULL`);
    await db.query(`
      ALTER TABLE pembayaran_change
        DROP KEY ix_pembayaran_change_run,
        DROP KEY ix_pembayaran_change_at,
        ADD KEY ix_pembayaran_change_run (run_id, jenis, id),
        ADD KEY ix_pembayaran_change_at (jenis, at, dibayar_selisih, idperson)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("DELETE FROM pembayaran_change WHERE jenis <> 'pembayaran'");
    await db.query(`
      ALTER TABLE pembayaran_change
        DROP KEY ix_pembayaran_change_run,
        DROP KEY ix_pembayaran_change_at,
        ADD KEY ix_pembayaran_change_run (run_id, id),
        ADD KEY ix_pembayaran_change_at (at, dibayar_selisih, idperson)`);
    await db.query('ALTER TABLE pembayaran_change DROP COLUMN oleh, DROP COLUMN jenis');
  }
}
