import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MendScheduleScope1795300009000 implements MigrationInterface {
  name = 'MendScheduleScope1795300009000';

  async up(db: QueryRunner): Promise<void> {
    // What was no scope meant everybody, or never ran.
    await db.query(`UPDATE sync_schedule SET scope = '{}' WHERE JSON_TYPE(scope) <> 'OBJECT'`);
  }

  async down(): Promise<void> {
    // What was there cannot be known, and is not wanted back.
  }
}
