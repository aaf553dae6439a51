import { dashboard } from './dashboard';
import { outcome } from './outcome';
import { pengaturan } from './pengaturan';
import { perhatian } from './perhatian';
import { pesan } from './pesan';
import { run } from './run';
import { siswa } from './siswa';
import { sync } from './sync';
import { tagihan } from './tagihan';
import { tunggakan } from './tunggakan';

export const pages = {
  dashboard,
  outcome,
  pengaturan,
  perhatian,
  pesan,
  run,
  siswa,
  sync,
  tagihan,
  tunggakan,
};
