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
  logout: 'Keluar',
};
