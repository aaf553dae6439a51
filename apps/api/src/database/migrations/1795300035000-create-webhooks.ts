import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWebhooks1795300035000 implements MigrationInterface {
  name = 'CreateWebhooks1795300035000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE webhook_endpoint (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        url VARCHAR(2000) NOT NULL,
        name VARCHAR(100) NOT NULL,
        types VARCHAR(500) NOT NULL,
        off_reason VARCHAR(20) NULL,
        failing_since DATETIME(3) NULL,
        secret VARBINARY(255) NOT NULL,
        former_secret VARBINARY(255) NULL,
        former_until DATETIME(3) NULL,
        created_by VARCHAR(100) NOT NULL,
        created_at DATETIME(3) NOT NULL
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    await db.query(`
      CREATE TABLE webhook_delivery (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        endpoint_id BIGINT UNSIGNED NOT NULL,
        message_id VARCHAR(40) CHARACTER SET ascii NOT NULL,
        type VARCHAR(40) CHARACTER SET ascii NOT NULL,
        body TEXT NOT NULL,
        created_at DATETIME(3) NOT NULL,
        state VARCHAR(20) CHARACTER SET ascii NOT NULL DEFAULT 'pending',
        attempts INT UNSIGNED NOT NULL DEFAULT 0,
        tried_from DATETIME(3) NOT NULL,
        next_at DATETIME(3) NULL,
        last_at DATETIME(3) NULL,
        http_status SMALLINT UNSIGNED NULL,
        duration_ms INT UNSIGNED NULL,
        message VARCHAR(500) NULL,
        answer VARCHAR(500) NULL,
        KEY ix_webhook_delivery_due (endpoint_id, state, next_at, id),
        KEY ix_webhook_delivery_created (created_at),
        CONSTRAINT fk_webhook_delivery_endpoint
          FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoint (id) ON DELETE CASCADE
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE webhook_delivery');
    await db.query('DROP TABLE webhook_endpoint');
  }
}
