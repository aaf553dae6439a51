import type { ErrorCode } from '@bantubayar/shared';

/** Indonesian readers get the API's own sentence; these stand in where an answer has none. */
export const error = {
  validation_failed: 'Isian tidak sesuai.',
  unauthenticated: 'Anda perlu masuk dulu.',
  invalid_credentials: 'E-mail atau kata sandi salah.',
  forbidden: 'Anda tidak berhak melakukan ini.',
  cross_site_request: 'Permintaan dari situs lain ditolak.',
  not_found: 'Tidak ditemukan.',
  payload_too_large: 'Kiriman terlalu besar.',
  too_many_attempts: 'Terlalu banyak percobaan.',
  idempotency_key_reused: 'Permintaan ini sudah pernah dikirim dengan isi lain.',
  sync_already_running: 'Sinkronisasi lain sedang berjalan.',
  sync_not_running: 'Tidak ada sinkronisasi yang berjalan.',
  sync_not_pausable: 'Sinkronisasi tidak dapat dijeda sekarang.',
  sync_not_paused: 'Sinkronisasi tidak sedang dijeda.',
  sync_running: 'Sinkronisasi masih berjalan.',
  run_not_retryable: 'Sinkronisasi ini tidak dapat diulang.',
  run_not_queued: 'Sinkronisasi ini tidak sedang mengantre.',
  review_not_open: 'Peninjauan ini sudah selesai.',
  no_students: 'Tidak ada siswa untuk disinkronkan.',
  siswa_left: 'Siswa ini sudah tidak ada di daftar siswa.',
  roster_suspicious: 'Daftar siswa menyusut tajam; belum ada yang diubah.',
  roster_unreachable: 'Layanan sekolah tidak dapat dihubungi.',
  roster_invalid: 'Daftar siswa dari layanan sekolah tidak sesuai.',
  service_unavailable: 'Layanan sedang tidak tersedia.',
  internal_error: 'Terjadi kesalahan di server.',
} satisfies Record<ErrorCode, string>;
