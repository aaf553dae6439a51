import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAuthTables1795300000000 implements MigrationInterface {
  name = 'CreateAuthTables1795300000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE app_user (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        email VARCHAR(191) NOT NULL,
        nama VARCHAR(191) NOT NULL,
        role VARCHAR(16) NOT NULL,
        password_hash VARCHAR(255) NOT NULL,
        created_at DATETIME(3) NOT NULL,
        UNIQUE KEY uq_app_user_email (email)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    await db.query(`
      CREATE TABLE session (
        token_hash BINARY(32) NOT NULL PRIMARY KEY,
        user_id BIGINT UNSIGNED NOT NULL,
        created_at DATETIME(3) NOT NULL,
        expires_at DATETIME(3) NOT NULL,
        KEY ix_session_expires (expires_at),
        CONSTRAINT fk_session_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    await db.query(`
      CREATE TABLE api_token (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        name VARCHAR(100) NOT NULL,
        prefix VARCHAR(16) NOT NULL,
        token_hash BINARY(32) NOT NULL,
        scopes JSON NOT NULL,
        created_by VARCHAR(191) NOT NULL,
        created_at DATETIME(3) NOT NULL,
        expires_at DATETIME(3) NULL,
        last_used_at DATETIME(3) NULL,
        UNIQUE KEY uq_api_token_hash (token_hash)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    await db.query(`
      CREATE TABLE idempotency_key (
        principal VARCHAR(64) NOT NULL,
        idempotency_key VARCHAR(191) NOT NULL,
        request_hash BINARY(32) NOT NULL,
        status_code SMALLINT UNSIGNED NULL,
        body JSON NULL,
        created_at DATETIME(3) NOT NULL,
        PRIMARY KEY (principal, idempotency_key),
        KEY ix_idempotency_key_created (created_at)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['idempotency_key', 'api_token', 'session', 'app_user']) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
