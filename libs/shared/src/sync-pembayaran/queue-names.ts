/** One job a run: writes the ledger and keeps the student queue filled. */
export const DISPATCH_QUEUE = 'sync-pembayaran-dispatch';
/** One job a student of a run: fetches and stores that student's payments. */
export const SISWA_QUEUE = 'sync-pembayaran';
