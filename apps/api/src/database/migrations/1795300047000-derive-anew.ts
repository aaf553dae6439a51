import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Due days with hours alone behind them, as PostgreSQL writes them, or in small letters. */
const UNREAD_DAY = '"journal_date" ?: ?"[^"]*([0-9][tz]|:[0-9.]+[+-][0-9]{2}")';
const CHUNK = 1_000;
const HAS_SPACES = (name: string) => `BINARY ${name} <> BINARY TRIM(${name})`;

/**
 * Names of unpaid bills are kept without spaces around them, and more due days can be read: students whom that concerns are
 * derived anew from what is stored, and counted anew.
 */
export class DeriveAnew1795300047000 implements MigrationInterface {
  name = 'DeriveAnew1795300047000';

  async up(db: QueryRunner): Promise<void> {
    const rows = (await db.query(
      `SELECT DISTINCT idperson FROM tagihan_terbuka JOIN siswa USING (idperson)
       WHERE ${HAS_SPACES('periode')} OR ${HAS_SPACES('kategori')} OR (jatuh_tempo IS NULL AND pembayaran REGEXP '${UNREAD_DAY}')`,
    )) as { idperson: string }[];
    for (let from = 0; from < rows.length; from += CHUNK) {
      const idpersons = rows.slice(from, from + CHUNK).map(({ idperson }) => idperson);
      await db.query('UPDATE tagihan_terhitung SET dari = NULL WHERE idperson IN (?)', [idpersons]);
      await db.query('UPDATE siswa SET figures_of = NULL, terhitung = NULL WHERE idperson IN (?)', [
        idpersons,
      ]);
    }
  }

  /** Nothing was made that an earlier version would not know. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
