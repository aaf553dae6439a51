import type { FailureReasonCode } from '@bantubayar/shared';

export const outcome = {
  pending: 'Menunggu',
  updated: 'Berubah',
  unchanged: 'Tidak berubah',
  failed: 'Gagal',
  needs_review: 'Perlu ditinjau',
  left: 'Sudah keluar',
  not_run: 'Tidak dijalankan',
};

export const reason = {
  timeout: 'Server pembayaran tidak menjawab pada waktunya',
  connection_failed: 'Sambungan ke server pembayaran gagal',
  connection_cut: 'Jawaban server pembayaran terputus di tengah jalan',
  server_error: 'Server pembayaran sedang bermasalah',
  rate_limited: 'Server pembayaran meminta jeda',
  credentials_rejected: 'Kredensial ditolak oleh server pembayaran',
  not_found: 'Siswa tidak dikenal di server pembayaran',
  request_rejected: 'Permintaan ditolak oleh server pembayaran',
  redirected: 'Server pembayaran mengalihkan ke alamat lain',
  too_large: 'Jawaban server pembayaran terlalu besar',
  not_json: 'Jawaban server pembayaran bukan JSON',
  upstream_refused: 'Server pembayaran menjawab dengan status gagal',
  no_data: 'Jawaban server pembayaran tanpa daftar data',
  no_periods: 'Jawaban server pembayaran tanpa daftar periode',
  invalid_answer: 'Isi jawaban server pembayaran tidak sesuai',
  wrong_student: 'Server pembayaran mengirim data siswa lain',
  fewer_periods: 'Jumlah periode lebih sedikit daripada yang tersimpan',
  empty_payments: 'Jawaban kosong, padahal sudah ada pembayaran tersimpan',
  left: 'Siswa sudah tidak ada di daftar siswa',
} satisfies Record<FailureReasonCode, string>;
