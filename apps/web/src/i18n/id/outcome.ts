export const outcome = {
  pending: 'Menunggu',
  updated: 'Berubah',
  unchanged: 'Tidak berubah',
  failed: 'Gagal',
  needs_review: 'Perlu ditinjau',
  left: 'Sudah keluar',
  not_run: 'Tidak dijalankan',
};
