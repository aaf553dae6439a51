import type { Messages } from '../messages';
import { auth } from './auth';
import { common } from './common';
import { dashboard } from './dashboard';
import { error } from './error';
import { field } from './field';
import { filter } from './filter';
import { koneksi } from './koneksi';
import { log } from './log';
import { outcome } from './outcome';
import { pengaturan } from './pengaturan';
import { perhatian } from './perhatian';
import { reason } from './reason';
import { pesan } from './pesan';
import { roster } from './roster';
import { run } from './run';
import { siswa } from './siswa';
import { sync } from './sync';
import { tagihan } from './tagihan';
import { tunggakan } from './tunggakan';
import { peringatan } from './peringatan';
import { webhook } from './webhook';

export const en: Messages & { log: typeof log; reason: typeof reason } = {
  auth,
  common,
  dashboard,
  error,
  field,
  filter,
  koneksi,
  log,
  outcome,
  pengaturan,
  perhatian,
  pesan,
  reason,
  roster,
  run,
  siswa,
  sync,
  tagihan,
  tunggakan,
  peringatan,
  webhook,
};
