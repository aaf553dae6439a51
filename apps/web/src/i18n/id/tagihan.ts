export const tagihan = {
  yearTotal: 'Total tahun ajaran',
};
