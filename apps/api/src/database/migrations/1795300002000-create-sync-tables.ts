import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSyncTables1795300002000 implements MigrationInterface {
  name = 'CreateSyncTables1795300002000';

  async up(db: QueryRunner): Promise<void> {
    // active_slot is 1 only while a run is active, so its unique key makes a second active run impossible.
    // The window_* columns hold the two last marks from which the rate is told.
    await db.query(`
      CREATE TABLE sync_run (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        status VARCHAR(16) NOT NULL,
        active_slot TINYINT AS (CASE WHEN status IN ('preparing', 'running', 'paused', 'cancelling') THEN 1 END) STORED,
        scope JSON NOT NULL,
        parent_run_id BIGINT UNSIGNED NULL,
        total INT UNSIGNED NOT NULL DEFAULT 0,
        updated INT UNSIGNED NOT NULL DEFAULT 0,
        unchanged INT UNSIGNED NOT NULL DEFAULT 0,
        failed INT UNSIGNED NOT NULL DEFAULT 0,
        skipped INT UNSIGNED NOT NULL DEFAULT 0,
        started_by VARCHAR(191) NOT NULL,
        cancelled_by VARCHAR(191) NULL,
        pause_code VARCHAR(16) NULL,
        pause_reason VARCHAR(500) NULL,
        resume_at DATETIME(3) NULL,
        resumes INT UNSIGNED NOT NULL DEFAULT 0,
        error VARCHAR(500) NULL,
        created_at DATETIME(3) NOT NULL,
        started_at DATETIME(3) NULL,
        finished_at DATETIME(3) NULL,
        dismissed_at DATETIME(3) NULL,
        window_from_at DATETIME(3) NULL,
        window_from_processed INT UNSIGNED NOT NULL DEFAULT 0,
        window_mark_at DATETIME(3) NULL,
        window_mark_processed INT UNSIGNED NOT NULL DEFAULT 0,
        UNIQUE KEY uq_sync_run_active (active_slot),
        KEY ix_sync_run_status (status, id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    await db.query(`
      CREATE TABLE sync_run_siswa (
        run_id BIGINT UNSIGNED NOT NULL,
        idperson BIGINT UNSIGNED NOT NULL,
        outcome VARCHAR(16) NOT NULL DEFAULT 'pending',
        reason VARCHAR(32) NULL,
        message VARCHAR(500) NULL,
        http_status SMALLINT UNSIGNED NULL,
        attempts SMALLINT UNSIGNED NOT NULL DEFAULT 0,
        duration_ms INT UNSIGNED NULL,
        dibayar_before BIGINT NULL,
        dibayar_after BIGINT NULL,
        finished_at DATETIME(3) NULL,
        PRIMARY KEY (run_id, idperson),
        KEY ix_sync_run_siswa_outcome (run_id, outcome, idperson),
        CONSTRAINT fk_sync_run_siswa_run FOREIGN KEY (run_id) REFERENCES sync_run (id) ON DELETE CASCADE
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    await db.query(`
      CREATE TABLE sync_run_event (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        run_id BIGINT UNSIGNED NOT NULL,
        at DATETIME(3) NOT NULL,
        level VARCHAR(8) NOT NULL,
        code VARCHAR(32) NOT NULL,
        message VARCHAR(500) NOT NULL,
        params JSON NULL,
        KEY ix_sync_run_event_run (run_id, id),
        CONSTRAINT fk_sync_run_event_run FOREIGN KEY (run_id) REFERENCES sync_run (id) ON DELETE CASCADE
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    await db.query(`
      CREATE TABLE sync_worker (
        id CHAR(36) NOT NULL PRIMARY KEY,
        hostname VARCHAR(191) NOT NULL,
        pid INT UNSIGNED NOT NULL,
        started_at DATETIME(3) NOT NULL,
        last_seen_at DATETIME(3) NOT NULL,
        KEY ix_sync_worker_seen (last_seen_at)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    // An answer that has suspiciously less than what is stored waits here until somebody decides.
    await db.query(`
      CREATE TABLE pembayaran_review (
        idperson BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        run_id BIGINT UNSIGNED NULL,
        reason VARCHAR(32) NOT NULL,
        pembayaran LONGTEXT NOT NULL,
        received_at DATETIME(3) NOT NULL,
        KEY ix_pembayaran_review_run (run_id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      'pembayaran_review',
      'sync_worker',
      'sync_run_event',
      'sync_run_siswa',
      'sync_run',
    ]) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
