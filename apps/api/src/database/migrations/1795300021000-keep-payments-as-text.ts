import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepPaymentsAsText1795300021000 implements MigrationInterface {
  name = 'KeepPaymentsAsText1795300021000';

  async up(db: QueryRunner): Promise<void> {
    // MySQL's own JSON type sorts keys and rounds numbers. MariaDB's JSON is this already.
    if (await isMariaDb(db)) return;
    await db.query(`
      ALTER TABLE siswa
        MODIFY pembayaran LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
        ADD CONSTRAINT ck_siswa_pembayaran CHECK (JSON_VALID(pembayaran))`);
  }

  async down(db: QueryRunner): Promise<void> {
    if (await isMariaDb(db)) return;
    await db.query('ALTER TABLE siswa DROP CHECK ck_siswa_pembayaran, MODIFY pembayaran JSON NULL');
  }
}

async function isMariaDb(db: QueryRunner): Promise<boolean> {
  const [row] = (await db.query('SELECT VERSION() AS version')) as { version: string }[];
  return row!.version.includes('MariaDB');
}
