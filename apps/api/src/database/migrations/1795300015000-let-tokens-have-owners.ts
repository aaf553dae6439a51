import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetTokensHaveOwners1795300015000 implements MigrationInterface {
  name = 'LetTokensHaveOwners1795300015000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE api_token
        ADD COLUMN user_id BIGINT UNSIGNED NULL,
        ADD CONSTRAINT fk_api_token_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE`);
    // Only the maker's name was kept: the one person of that name is taken for the maker.
    await db.query(`
      UPDATE api_token JOIN (
        SELECT nama, MIN(id) AS id FROM app_user GROUP BY nama HAVING COUNT(*) = 1
      ) AS maker ON maker.nama = api_token.created_by
      SET api_token.user_id = maker.id`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE api_token DROP FOREIGN KEY fk_api_token_user, DROP COLUMN user_id');
  }
}
