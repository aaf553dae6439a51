/** What the audit list tells: everything that somebody can set going or change. */
export const AUDIT_ACTIONS = [
  'sync_started',
  'sync_retried',
  'sync_taken_back',
  'sync_cancelled',
  'sync_paused',
  'sync_resumed',
  'sync_reset',
  'siswa_synced',
  'roster_synced',
  'review_decided',
  'run_reviewed',
  'schedule_saved',
  'connection_saved',
  'connection_tested',
  'token_created',
  'token_revoked',
  'user_created',
  'user_updated',
  'user_deleted',
  'password_changed',
  'session_ended',
  'sessions_ended',
  'pesan_saved',
] as const;
/** What somebody can set going or change. @example "sync_started" */
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
