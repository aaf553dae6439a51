import { field } from './field';
import { filter } from './filter';
import { outcome } from './outcome';
import { perhatian } from './perhatian';
import { roster } from './roster';
import { run } from './run';
import { sync } from './sync';
import { tagihan } from './tagihan';

/** What the shell and most pages behind it say. */
export const pages = { field, filter, outcome, perhatian, roster, run, sync, tagihan };
