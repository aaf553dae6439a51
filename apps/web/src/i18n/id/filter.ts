export const filter = {
  search: 'Cari nama, ID, kelas, atau telepon',
  filters: 'Saringan',
  filtersActive: 'Saringan ({n})',
  more: 'Saringan lain',
  moreActive: 'Saringan lain ({n})',
  clear: 'Hapus saringan',
  noMatchTitle: 'Tidak ada siswa yang cocok',
  noMatchText: 'Ubah kata pencarian atau hapus saringan.',
};
