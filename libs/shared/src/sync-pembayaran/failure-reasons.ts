interface FailureReason {
  /** An Indonesian sentence for an admin; `{n}` is the figure that goes with the reason. */
  message: string;
  /** The same without the figure. */
  brief?: string;
  /** Whether trying again can help by itself, or somebody has to act first. */
  action: 'retry' | 'needs_you';
}

/** Every reason in a ledger row, with what an admin reads. */
export const FAILURE_REASONS = {
  timeout: {
    message: 'Server pembayaran tidak menjawab dalam {n} detik',
    brief: 'Server pembayaran tidak menjawab pada waktunya',
    action: 'retry',
  },
  connection_failed: { message: 'Sambungan ke server pembayaran gagal', action: 'retry' },
  host_unknown: { message: 'Alamat server pembayaran tidak dikenal', action: 'needs_you' },
  connection_refused: {
    message: 'Tidak ada yang menjawab di alamat server pembayaran (port tertutup)',
    action: 'retry',
  },
  certificate_rejected: {
    message: 'Sertifikat server pembayaran tidak dapat dipercaya',
    action: 'needs_you',
  },
  tls_failed: {
    message: 'Server pembayaran tidak berbicara HTTPS di alamat ini; mungkin seharusnya http://',
    action: 'needs_you',
  },
  connection_cut: { message: 'Jawaban server pembayaran terputus di tengah jalan', action: 'retry' },
  server_error: {
    message: 'Server pembayaran sedang bermasalah (HTTP {n})',
    brief: 'Server pembayaran sedang bermasalah',
    action: 'retry',
  },
  rate_limited: { message: 'Server pembayaran meminta jeda (HTTP 429)', action: 'retry' },
  credentials_rejected: {
    message: 'Kredensial ditolak oleh server pembayaran (HTTP {n})',
    brief: 'Kredensial ditolak oleh server pembayaran',
    action: 'needs_you',
  },
  credentials_unreadable: {
    message:
      'Kredensial yang tersimpan tidak dapat dibuka: SECRETS_KEY bukan kunci yang dipakai waktu menyimpannya',
    action: 'needs_you',
  },
  not_found: { message: 'Siswa tidak dikenal di server pembayaran (HTTP 404)', action: 'needs_you' },
  request_rejected: {
    message: 'Permintaan ditolak oleh server pembayaran (HTTP {n})',
    brief: 'Permintaan ditolak oleh server pembayaran',
    action: 'needs_you',
  },
  redirected: {
    message: 'Server pembayaran mengalihkan ke alamat lain (HTTP {n})',
    brief: 'Server pembayaran mengalihkan ke alamat lain',
    action: 'needs_you',
  },
  too_large: {
    message: 'Jawaban server pembayaran melebihi {n} MB',
    brief: 'Jawaban server pembayaran terlalu besar',
    action: 'needs_you',
  },
  not_json: { message: 'Jawaban server pembayaran bukan JSON', action: 'retry' },
  wrong_encoding: {
    message: 'Teks jawaban server pembayaran rusak: bukan {n} yang benar',
    brief: 'Teks jawaban server pembayaran rusak',
    action: 'needs_you',
  },
  upstream_refused: { message: 'Server pembayaran menjawab dengan status gagal', action: 'retry' },
  no_data: { message: 'Jawaban server pembayaran tanpa daftar data', action: 'retry' },
  no_periods: { message: 'Jawaban server pembayaran tanpa daftar periode', action: 'retry' },
  invalid_answer: { message: 'Isi jawaban server pembayaran tidak sesuai', action: 'needs_you' },
  not_storable: { message: 'Jawaban server pembayaran tidak dapat disimpan', action: 'needs_you' },
  unexpected_error: {
    message: 'Terjadi kesalahan di program ini; catatan server menyebut sebabnya',
    action: 'needs_you',
  },
  wrong_student: { message: 'Server pembayaran mengirim data siswa lain', action: 'needs_you' },
  fewer_periods: { message: 'Jumlah periode lebih sedikit daripada yang tersimpan', action: 'needs_you' },
  empty_payments: { message: 'Jawaban kosong, padahal sudah ada pembayaran tersimpan', action: 'needs_you' },
  contradictory_figures: {
    message: 'Sisa tagihan tidak cocok dengan yang ditagih dan dibayar',
    action: 'needs_you',
  },
  left: { message: 'Siswa sudah tidak ada di daftar siswa', action: 'needs_you' },
} as const satisfies Record<string, FailureReason>;

/** Why a student's row did not end well. @example "timeout" */
export type FailureReasonCode = keyof typeof FAILURE_REASONS;
export const FAILURE_REASON_CODES = Object.keys(FAILURE_REASONS) as FailureReasonCode[];

/** The Indonesian sentence of a reason, with its figure (seconds, HTTP status, megabytes, encoding) where it is known. */
export function failureMessage(reason: FailureReasonCode, figure?: number | string): string {
  const { message, brief = message }: FailureReason = FAILURE_REASONS[reason];
  return figure === undefined ? brief : message.replace('{n}', String(figure));
}
