export const tagihan = {
  yearTotal: 'School year’s total',
};
