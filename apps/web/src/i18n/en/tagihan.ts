export const tagihan = {
  yearTotal: 'School year’s total',
  dueDate: 'Due',
  late: '{n} day late | {n} days late',
  dueToday: 'due today',
  umur: {
    '0': 'Today',
    '1-30': '1–30 days',
    '31-60': '31–60 days',
    '61-90': '61–90 days',
    '91-180': '91–180 days',
    '>180': 'More than 180 days',
  },
};
