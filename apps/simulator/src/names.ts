/** The words that students are made of. */

export const BOYS =
  'Ahmad Muhammad Abdul Fajar Rizki Ilham Hasan Husain Ibrahim Yusuf Bagus Dimas Eko Galih Hafiz Irfan Khoirul Luthfi Nizar Rafi Salman Taufiq Umar Wahyu Zaki Farhan Aditya Bayu Arif Fikri'.split(
    ' ',
  );
export const GIRLS =
  'Siti Nur Aisyah Fatimah Khadijah Zahra Putri Dewi Indah Laila Maryam Nabila Rahma Salsabila Tiara Ulfa Wulan Yuni Zulfa Anisa Bunga Citra Dian Eka Fitri Hanifah Intan Kartika Lestari Mutia'.split(
    ' ',
  );
export const BOYS_LAST =
  "Fauzi Hidayat Ramadhan Maulana Firmansyah Setiawan Hakim Nugroho Saputra Wibowo Kurniawan Syafi'i Anwar Prasetyo Abdillah Santoso Mubarok Rosyid Basyir Alamsyah".split(
    ' ',
  );
export const GIRLS_LAST =
  "Azizah Ramadhani Maharani Rahmawati Hidayati Khasanah Kusuma Lestari Mawaddah Nisa' Permata Qonita Safitri Utami Wardah Yuliana Zahira Amalia Damayanti Fauziah".split(
    ' ',
  );
export const PLACES = [
  ...'Pasuruan Probolinggo Malang Surabaya Sidoarjo Jember Lumajang Bangkalan Sumenep Kediri Blitar Mojokerto Gresik Lamongan Banyuwangi Denpasar Samarinda Pontianak'.split(
    ' ',
  ),
  'Kota Batu',
];
export const MONTHS =
  'Juli Agustus September Oktober November Desember Januari Februari Maret April Mei Juni'.split(' ');

/** A kind of school: its grades, its tuition a month in rupiah, how many of the students go there, and their religious level. */
export interface Unit {
  readonly name: string;
  readonly grades: readonly number[];
  readonly tuition: number;
  readonly share: number;
  readonly diniyah: string;
  readonly majors?: readonly string[];
}

export const UNITS: readonly Unit[] = [
  { name: 'SD', grades: [1, 2, 3, 4, 5, 6], tuition: 90_000, share: 0.14, diniyah: 'Ula' },
  { name: 'MI', grades: [1, 2, 3, 4, 5, 6], tuition: 75_000, share: 0.1, diniyah: 'Ula' },
  { name: 'SMP', grades: [7, 8, 9], tuition: 125_000, share: 0.22, diniyah: 'Wustho' },
  { name: 'MTs', grades: [7, 8, 9], tuition: 110_000, share: 0.18, diniyah: 'Wustho' },
  {
    name: 'SMA',
    grades: [10, 11, 12],
    tuition: 175_000,
    share: 0.12,
    diniyah: 'Ulya',
    majors: ['IPA', 'IPS'],
  },
  {
    name: 'MA',
    grades: [10, 11, 12],
    tuition: 150_000,
    share: 0.12,
    diniyah: 'Ulya',
    majors: ['IPA', 'IPS', 'Agama'],
  },
  {
    name: 'SMK',
    grades: [10, 11, 12],
    tuition: 200_000,
    share: 0.12,
    diniyah: 'Ulya',
    majors: ['TKJ', 'RPL', 'AKL'],
  },
];
