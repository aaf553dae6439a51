import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAuditLog1795300008000 implements MigrationInterface {
  name = 'CreateAuditLog1795300008000';

  async up(db: QueryRunner): Promise<void> {
    // Names as text: the list still tells who it was when the person is gone.
    await db.query(`
      CREATE TABLE audit_entry (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        at DATETIME(3) NOT NULL,
        actor VARCHAR(191) NOT NULL,
        actor_kind VARCHAR(8) NOT NULL,
        action VARCHAR(32) NOT NULL,
        target VARCHAR(64) NULL,
        details JSON NULL,
        KEY ix_audit_entry_action (action, id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE audit_entry');
  }
}
