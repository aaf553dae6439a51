import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexGroups1795300022000 implements MigrationInterface {
  name = 'IndexGroups1795300022000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE siswa
        ADD KEY ix_siswa_asrama (AsramaPondok, KamarPondok, nama, idperson),
        ADD KEY ix_siswa_diniyah (TingkatDiniyah, KelasDiniyah, nama, idperson)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE siswa DROP KEY ix_siswa_asrama, DROP KEY ix_siswa_diniyah');
  }
}
