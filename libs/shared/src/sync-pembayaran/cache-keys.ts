/** The names of a run's live figures wherever they stand outside a row: they are the names of the metrics at /metrics. */
export const SYNC_PEMBAYARAN_KEYS = {
  status: 'sync_pembayaran_status',
  total: 'sync_pembayaran_total',
  processed: 'sync_pembayaran_processed',
  failed: 'sync_pembayaran_failed',
} as const;

/** The queue with one job a run: writes the ledger and keeps the student queue filled. */
export const DISPATCH_QUEUE = 'sync-pembayaran-dispatch';
/** The queue with one job a student of a run: fetches and stores that student's payments. */
export const SISWA_QUEUE = 'sync-pembayaran';
/** The queue with one job a webhook endpoint to which something is to be sent. */
export const WEBHOOK_QUEUE = 'webhook';
