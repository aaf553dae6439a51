import type { MigrationInterface, QueryRunner } from 'typeorm';

const EXACT = 'CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL';
const LOOSE = 'CHARACTER SET utf8mb4 NOT NULL';

export class TellIdentitiesApart1795300013000 implements MigrationInterface {
  name = 'TellIdentitiesApart1795300013000';

  async up(db: QueryRunner): Promise<void> {
    // The default collation takes á for a and K for k.
    await this.compare(db, EXACT);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.compare(db, LOOSE);
  }

  private async compare(db: QueryRunner, how: string): Promise<void> {
    await db.query(`ALTER TABLE app_user MODIFY email VARCHAR(191) ${how}`);
    await db.query(`
      ALTER TABLE idempotency_key
        MODIFY principal VARCHAR(64) ${how}, MODIFY idempotency_key VARCHAR(191) ${how}`);
  }
}
