import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexPaymentsByDay1795300036000 implements MigrationInterface {
  name = 'IndexPaymentsByDay1795300036000';

  async up(db: QueryRunner): Promise<void> {
    // All that sums by day and falls ask for: without tagihan_selisih in it the JSON of every change was read.
    await db.query(`
      ALTER TABLE pembayaran_change
        ADD KEY ix_pembayaran_change_hari (jenis, at, dibayar_selisih, tagihan_selisih, idperson),
        DROP KEY ix_pembayaran_change_at`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE pembayaran_change
        ADD KEY ix_pembayaran_change_at (jenis, at, dibayar_selisih, idperson),
        DROP KEY ix_pembayaran_change_hari`);
  }
}
