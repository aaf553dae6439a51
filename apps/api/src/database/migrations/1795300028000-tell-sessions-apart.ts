import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellSessionsApart1795300028000 implements MigrationInterface {
  name = 'TellSessionsApart1795300028000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE session
        ADD COLUMN id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
        ADD COLUMN user_agent VARCHAR(255) NULL,
        ADD COLUMN address VARCHAR(45) NULL,
        ADD UNIQUE KEY uq_session_id (id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'ALTER TABLE session DROP KEY uq_session_id, DROP COLUMN address, DROP COLUMN user_agent, DROP COLUMN id',
    );
  }
}
