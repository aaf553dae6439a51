/** The names of a run's live figures wherever they stand outside a row, such as the metrics page. */
export const SYNC_PEMBAYARAN_KEYS = {
  status: 'sync_pembayaran_status',
  total: 'sync_pembayaran_total',
  processed: 'sync_pembayaran_processed',
  failed: 'sync_pembayaran_failed',
} as const;
