export const perhatian = {
  title: 'Perlu perhatian',
  lead: 'Yang menunggu keputusan atau tindakan Anda.',
  noneTitle: 'Tidak ada yang menunggu',
  noneText:
    'Semua siswa sudah diambil, tidak ada jawaban yang meragukan, dan tidak ada pembayaran yang turun.',
  toSiswa: 'Ke daftar siswa',
  open: 'Lihat siswanya',
  openRun: 'Buka sinkronisasi',
  openKoneksi: 'Perbarui koneksi',
  retry: 'Coba lagi {n} siswa',
  why: 'Alasan teknis',
  title_koneksi: 'Koneksi ditolak',
  text_koneksi:
    'Server pembayaran menolak kredensialnya, jadi tidak ada yang dapat diambil. Seorang admin perlu memperbaruinya di Pengaturan, bagian Koneksi.',
  title_dijeda: 'Sinkronisasi dijeda, {n} siswa menunggu',
  text_dijeda: 'Sinkronisasi tidak berjalan lagi dengan sendirinya. Atasi sebabnya, lalu lanjutkan.',
  title_tinjauan: '{n} jawaban perlu ditinjau',
  text_tinjauan:
    'Isinya jauh lebih sedikit daripada yang tersimpan, atau angkanya saling bertentangan. Yang tersimpan belum diubah: bandingkan, lalu putuskan per siswa.',
  title_gagal: '{n} siswa gagal diambil',
  text_gagal: 'Yang tersimpan tetap data lama. Coba lagi; bila tetap gagal, atasi dulu alasannya.',
  title_turun: 'Pembayaran atau tagihan {n} siswa turun',
  text_turun: 'Terlihat dalam 7 hari terakhir. Pastikan pembatalan atau penghapusannya memang benar.',
  title_usang: 'Data {n} siswa sudah usang',
  text_usang: 'Lebih lama dari 24 jam, atau belum pernah diambil. Jalankan sinkronisasi.',
};
