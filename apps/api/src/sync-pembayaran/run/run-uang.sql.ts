import type { Uang } from '../../pembayaran/perubahan.repository';

/** Adds what changes come to, the uangParams, to the row of their run. */
export const ADD_UANG = `paid_siswa = paid_siswa + ?, paid_amount = paid_amount + ?,
  fell_siswa = fell_siswa + ?, fell_amount = fell_amount + ?`;

export const uangParams = ({ paidSiswa, paidAmount, fellSiswa, fellAmount }: Uang) => [
  paidSiswa,
  paidAmount,
  fellSiswa,
  fellAmount,
];
