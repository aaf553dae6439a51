import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoteBeforeItIsDone1795300016000 implements MigrationInterface {
  name = 'NoteBeforeItIsDone1795300016000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE audit_entry ADD COLUMN done_at DATETIME(3) NULL');
    await db.query('UPDATE audit_entry SET done_at = at');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE audit_entry DROP COLUMN done_at');
  }
}
