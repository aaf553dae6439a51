import type { Messages } from '../messages';
import { auth } from './auth';
import { common } from './common';
import { dashboard } from './dashboard';
import { error } from './error';
import { log } from './log';
import { outcome, reason } from './outcome';
import { pengaturan } from './pengaturan';
import { run } from './run';
import { siswa } from './siswa';
import { sync } from './sync';

export const en: Messages & { log: typeof log } = {
  auth,
  common,
  dashboard,
  error,
  log,
  outcome,
  pengaturan,
  reason,
  run,
  siswa,
  sync,
};
