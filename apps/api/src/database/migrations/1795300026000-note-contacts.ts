import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoteContacts1795300026000 implements MigrationInterface {
  name = 'NoteContacts1795300026000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE koneksi
        ADD COLUMN contact_at DATETIME(3) NULL,
        ADD COLUMN contact_reason VARCHAR(32) NULL,
        ADD COLUMN contact_status SMALLINT UNSIGNED NULL,
        ADD COLUMN contact_ms INT UNSIGNED NULL,
        ADD COLUMN rejected_since DATETIME(3) NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE koneksi
        DROP COLUMN rejected_since,
        DROP COLUMN contact_ms,
        DROP COLUMN contact_status,
        DROP COLUMN contact_reason,
        DROP COLUMN contact_at`);
  }
}
