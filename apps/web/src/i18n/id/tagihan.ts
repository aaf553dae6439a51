export const tagihan = {
  yearTotal: 'Total tahun ajaran',
  dueDate: 'Jatuh tempo',
  late: 'terlambat {n} hari',
  dueToday: 'jatuh tempo hari ini',
  umur: {
    '0': 'Hari ini',
    '1-30': '1–30 hari',
    '31-60': '31–60 hari',
    '61-90': '61–90 hari',
    '91-180': '91–180 hari',
    '>180': 'Lebih dari 180 hari',
  },
};
