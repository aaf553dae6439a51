import { dashboard } from './dashboard';
import { outcome, reason } from './outcome';
import { pengaturan } from './pengaturan';
import { run } from './run';
import { siswa } from './siswa';
import { sync } from './sync';

export const pages = { dashboard, outcome, pengaturan, reason, run, siswa, sync };
