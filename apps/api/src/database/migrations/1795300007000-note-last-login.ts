import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoteLastLogin1795300007000 implements MigrationInterface {
  name = 'NoteLastLogin1795300007000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE app_user ADD COLUMN last_login_at DATETIME(3) NULL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE app_user DROP COLUMN last_login_at');
  }
}
