import { STATUS_PEMBAYARAN_WORDS } from '@bantubayar/shared';

export const tagihan = {
  status: STATUS_PEMBAYARAN_WORDS,
  yearTotal: 'Total tahun ajaran',
  dueDate: 'Jatuh tempo',
  late: 'terlambat {n} hari',
  dueToday: 'jatuh tempo hari ini',
  kategori: 'Jenis tagihan',
  periode: 'Tahun ajaran',
  lateness: 'Keterlambatan',
  recomputing:
    'Angka {n} siswa sedang dihitung ulang setelah pembaruan; jumlah di sini benar setelah itu selesai.',
  none: {
    emptyTitle: 'Tidak ada tunggakan',
    emptyText: 'Semua siswa yang pembayarannya sudah diambil telah lunas.',
    unfetchedTitle: 'Pembayaran belum diambil',
    unfetchedText: 'Mulai sinkronisasi agar tagihan dan pembayaran siswa terlihat.',
  },
  filter: {
    search: 'Cari “{search}”',
    status: 'Status {status}',
    kategori: 'Jenis tagihan: {kategori}',
    periode: 'Tahun ajaran {periode}',
    umur: 'Keterlambatan: {umur}',
    terlambat: 'Terlambat ≥ {n} hari',
    perhatian: { tinjauan: 'Menunggu tinjauan', gagal: 'Gagal diambil', turun: 'Turun dalam 7 hari' },
  },
  umur: {
    '0': 'Hari ini',
    '1-30': '1–30 hari',
    '31-60': '31–60 hari',
    '61-90': '61–90 hari',
    '91-180': '91–180 hari',
    '>180': 'Lebih dari 180 hari',
  },
};
