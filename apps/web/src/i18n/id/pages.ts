import { dashboard } from './dashboard';
import { koneksi } from './koneksi';
import { outcome } from './outcome';
import { pengaturan } from './pengaturan';
import { perhatian } from './perhatian';
import { pesan } from './pesan';
import { roster } from './roster';
import { run } from './run';
import { siswa } from './siswa';
import { sync } from './sync';
import { tagihan } from './tagihan';
import { tunggakan } from './tunggakan';

export const pages = {
  dashboard,
  koneksi,
  outcome,
  pengaturan,
  perhatian,
  pesan,
  roster,
  run,
  siswa,
  sync,
  tagihan,
  tunggakan,
};
