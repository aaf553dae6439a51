export const auth = {
  title: 'Masuk',
  lead: 'Sinkronisasi pembayaran siswa',
  email: 'E-mail',
  password: 'Kata sandi',
  submit: 'Masuk',
  showPassword: 'Tampilkan kata sandi',
  hidePassword: 'Sembunyikan kata sandi',
  invalid: 'E-mail atau kata sandi salah.',
  tooMany: 'Terlalu banyak percobaan. Coba lagi dalam {duration}.',
  expired: 'Sesi Anda telah berakhir. Masuk lagi untuk melanjutkan.',
  forgot: {
    title: 'Lupa kata sandi?',
    ask: 'Minta admin memberi kata sandi baru di Pengaturan → Pengguna.',
    lastAdmin: 'Tidak ada admin lain? Pengelola server dapat memberi kata sandi baru dengan perintah:',
  },
  logout: 'Keluar',
};
