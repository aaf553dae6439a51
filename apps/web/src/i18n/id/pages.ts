import { dashboard } from './dashboard';
import { outcome } from './outcome';
import { pengaturan } from './pengaturan';
import { run } from './run';
import { siswa } from './siswa';
import { sync } from './sync';
import { tagihan } from './tagihan';

export const pages = { dashboard, outcome, pengaturan, run, siswa, sync, tagihan };
