import { outcome } from './outcome';
import { perhatian } from './perhatian';
import { pesan } from './pesan';
import { roster } from './roster';
import { run } from './run';
import { siswa } from './siswa';
import { sync } from './sync';
import { tagihan } from './tagihan';
import { tunggakan } from './tunggakan';

/** What the shell and most pages behind it say. */
export const pages = {
  outcome,
  perhatian,
  pesan,
  roster,
  run,
  siswa,
  sync,
  tagihan,
  tunggakan,
};
