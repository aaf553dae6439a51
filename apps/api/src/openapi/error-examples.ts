import type { ErrorCode, ErrorDetails, SyncStateDto } from '@bantubayar/shared';

interface ErrorExample<Code extends ErrorCode> {
  /** The statuses under which the code comes. */
  statuses: number[];
  message: string;
  details: ErrorDetails[Code];
}

const RUN: SyncStateDto = {
  ...{ total: 350, processed: 151, successCount: 148, failed: 2, updated: 40, unchanged: 108, skipped: 1 },
  ...{ percent: 43.1, runId: '12', status: 'running', isRunning: true, ratePerSecond: 12.5, etaSeconds: 16 },
  ...{ startedAt: '2026-11-22T07:05:00.000Z', finishedAt: null, startedBy: 'Siti Aminah' },
  ...{
    pauseReason: null,
    pauseCode: null,
    resumeAt: null,
    openReviews: 0,
    waitingSiswa: 0,
    waitingUntil: null,
  },
  ...{ rateLimit: 20, activeWorkers: 2, atOnce: 32, latencyMs: 110, scope: {} },
  ...{ paidSiswa: 14, paidAmount: 7_350_000, fellSiswa: 1, fellAmount: 500_000, netAmount: 6_850_000 },
};

const example = <Details>(status: number | number[], message: string, details: Details) => ({
  statuses: [status].flat(),
  message,
  details,
});

/** An example of every error. */
export const ERROR_EXAMPLES: { [Code in ErrorCode]: ErrorExample<Code> } = {
  validation_failed: example([400, 422], 'Isian tidak sesuai: limit paling banyak 500', {
    fields: { limit: ['limit must not be greater than 500'] },
  }),
  unauthenticated: example(401, 'Silakan masuk terlebih dahulu', {}),
  invalid_credentials: example(401, 'E-mail atau kata sandi salah', {}),
  forbidden: example(403, 'Anda tidak berhak melakukan ini; diperlukan hak "sync:write"', {
    requiredScope: 'sync:write',
  }),
  cross_site_request: example(403, 'Permintaan dari situs lain ditolak', {}),
  not_found: example(404, 'Run 99 tidak ditemukan', { id: '99' }),
  cursor_expired: example(
    410,
    'Tempat ini di umpan perubahan sudah tidak ada; perubahan disimpan 90 hari. Ambil kursor baru dengan since=now, baca semua siswa dari siswa.ndjson, lalu lanjutkan dari kursor itu',
    { retentionDays: 90 },
  ),
  method_not_allowed: example(405, 'Alamat ini tidak menerima DELETE, hanya GET, HEAD', {
    allowed: ['GET', 'HEAD'],
  }),
  payload_too_large: example(413, 'Isi permintaan terlalu besar: paling banyak 64 kB dan 1000 nilai', {
    maxBytes: 65_536,
    maxValues: 1_000,
  }),
  unsupported_media_type: example(415, 'Isi permintaan harus JSON, dengan Content-Type: application/json', {
    given: 'text/plain',
    allowed: ['application/json'],
  }),
  too_many_attempts: example(429, 'Terlalu banyak percobaan; coba lagi dalam 42 detik', {
    retryAfterSeconds: 42,
  }),
  idempotency_key_reused: example([409, 422], 'Idempotency-Key ini sudah dipakai untuk permintaan lain', {}),
  sync_already_running: example(409, 'Sinkronisasi oleh Siti Aminah sedang berjalan (43,1 %)', { run: RUN }),
  sync_not_running: example(409, 'Tidak ada sinkronisasi yang sedang berjalan', {}),
  sync_not_pausable: example(409, 'Sinkronisasi hanya dapat dijeda saat sedang berjalan', {
    status: 'preparing',
  }),
  sync_not_paused: example(409, 'Sinkronisasi ini tidak sedang dijeda', { status: 'running' }),
  sync_running: example(409, 'Sinkronisasi masih berjalan; batalkan dahulu sebelum reset', {
    runId: '12',
    status: 'running',
  }),
  run_not_retryable: example(409, 'Run yang belum berakhir tidak dapat diulang', {
    id: '12',
    status: 'running',
  }),
  run_not_queued: example(409, 'Run ini tidak sedang mengantre', { id: '12', status: 'completed' }),
  review_not_open: example(409, 'Tidak ada jawaban yang perlu ditinjau di sini', { idperson: '255001' }),
  email_taken: example(409, 'Sudah ada pengguna dengan e-mail siti@sekolah.test', {
    email: 'siti@sekolah.test',
  }),
  last_admin: example(409, 'Harus selalu ada seorang admin; angkat admin lain lebih dahulu', {}),
  own_account: example(409, 'Akun sendiri tidak dapat dihapus', {}),
  wrong_password: example(409, 'Kata sandi yang sekarang salah', {}),
  secrets_key_missing: example(
    409,
    'Kredensial tidak dapat disimpan di sini: SECRETS_KEY belum diatur di lingkungan server',
    {},
  ),
  too_many_webhooks: example(409, 'Paling banyak 20 webhook; hapus yang tidak dipakai', { max: 20 }),
  too_many_penerima: example(409, 'Paling banyak 20 penerima; hapus yang tidak perlu lagi', { max: 20 }),
  mail_not_configured: example(
    409,
    'E-mail belum dapat dikirim: SMTP_URL belum diatur di lingkungan server',
    {},
  ),
  no_students: example(422, 'Tidak ada siswa dalam cakupan ini', { scope: { lembaga: 'SMP', kelas: '9Z' } }),
  siswa_left: example(409, 'Siswa ini sudah tidak ada di daftar siswa, jadi tidak disinkronkan', {
    idperson: '255001',
  }),
  roster_suspicious: example(
    502,
    'Daftar siswa yang baru memuat 12 siswa, dan 338 dari 350 siswa sekarang tidak ada di dalamnya; tidak ada yang diubah',
    { current: 350, incoming: 12, left: 338 },
  ),
  roster_unreachable: example(
    502,
    'Daftar siswa tidak dapat diambil: Server pembayaran sedang bermasalah (HTTP 503)',
    { reason: 'server_error', httpStatus: 503 },
  ),
  roster_invalid: example(
    502,
    'Daftar siswa ditolak, tidak ada yang diubah: baris 7, idperson 255001: nama wajib diisi',
    { row: 7, idperson: '255001', field: 'nama', given: 'null', problem: 'wajib diisi' },
  ),
  service_unavailable: example(503, 'Layanan sedang tidak siap, silakan coba lagi', { retryAfterSeconds: 1 }),
  internal_error: example(500, 'Terjadi kesalahan di server', {}),
};
