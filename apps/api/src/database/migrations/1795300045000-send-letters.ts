import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SendLetters1795300045000 implements MigrationInterface {
  name = 'SendLetters1795300045000';

  /** Whoever is written e-mails is an endpoint of another channel, and letters wait where webhooks do. */
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE webhook_endpoint
        ADD COLUMN channel VARCHAR(20) CHARACTER SET ascii NOT NULL DEFAULT 'webhook' AFTER id,
        ADD COLUMN lang CHAR(2) CHARACTER SET ascii NULL AFTER types,
        MODIFY COLUMN secret VARBINARY(255) NULL`);
    await db.query(`
      ALTER TABLE webhook_delivery
        ADD COLUMN once_key VARCHAR(60) CHARACTER SET ascii NULL AFTER message_id,
        ADD UNIQUE KEY ux_webhook_delivery_once (once_key, endpoint_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("DELETE FROM webhook_endpoint WHERE channel <> 'webhook'");
    await db.query('ALTER TABLE webhook_delivery DROP KEY ux_webhook_delivery_once, DROP COLUMN once_key');
    await db.query(`
      ALTER TABLE webhook_endpoint
        DROP COLUMN channel, DROP COLUMN lang, MODIFY COLUMN secret VARBINARY(255) NOT NULL`);
  }
}
