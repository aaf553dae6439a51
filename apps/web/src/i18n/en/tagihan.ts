export const tagihan = {
  yearTotal: 'School year’s total',
  dueDate: 'Due',
  late: '{n} day late | {n} days late',
  dueToday: 'due today',
  kategori: 'Kind of bill',
  periode: 'School year',
  lateness: 'Days late',
  recomputing:
    'The figures of {n} student are being worked out anew after an update; the sums are right once that is done. | The figures of {n} students are being worked out anew after an update; the sums are right once that is done.',
  none: {
    emptyTitle: 'No arrears',
    emptyText: 'All students whose payments were fetched are paid up.',
    unfetchedTitle: 'Payments not fetched yet',
    unfetchedText: 'Start a run to see what students were billed and paid.',
  },
  filter: {
    search: 'Search “{search}”',
    status: 'Status: {status}',
    kategori: 'Kind of bill: {kategori}',
    periode: 'School year {periode}',
    umur: 'Days late: {umur}',
    terlambat: '≥ {n} day late | ≥ {n} days late',
    perhatian: { tinjauan: 'Waiting for review', gagal: 'Could not be fetched', turun: 'Fell within 7 days' },
  },
  umur: {
    '0': 'Today',
    '1-30': '1–30 days',
    '31-60': '31–60 days',
    '61-90': '61–90 days',
    '91-180': '91–180 days',
    '>180': 'More than 180 days',
  },
};
