export const roster = {
  title: 'Langkah pertama',
  checking: 'Memeriksa langkah pertama',
  done: 'selesai',
  first: 'Ambil daftar siswa',
  firstText: 'Belum ada siswa. Nama, kelas, dan asramanya diambil dari server pembayaran sekolah.',
  again: 'Coba lagi',
  connection: 'Periksa koneksi',
  empty:
    'Server pembayaran belum mengenal seorang siswa pun: daftar siswanya kosong. Periksa apakah koneksinya ke sekolah yang benar.',
  second: 'Mulai sinkronisasi pertama',
  secondLater: 'Setelah itu: tagihan dan pembayaran setiap siswa.',
  secondText: 'Mengambil tagihan dan pembayaran setiap siswa. Berjalan sendiri; halaman boleh ditutup.',
  running: 'Sudah dimulai: {processed} dari {total} siswa.',
  watch: 'Lihat kemajuannya',
  synced: 'Daftar siswa diperbarui: {inserted} baru, {updated} berubah, {left} keluar, {total} seluruhnya.',
  askOperator: 'Mintalah petugas atau admin melakukannya.',
  askAdmin: 'Mintalah admin memeriksa koneksinya.',
};
