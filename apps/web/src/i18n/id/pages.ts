import { outcome, reason } from './outcome';
import { pengaturan } from './pengaturan';
import { run } from './run';
import { siswa } from './siswa';
import { log, sync } from './sync';

export const pages = { log, outcome, pengaturan, reason, run, siswa, sync };
