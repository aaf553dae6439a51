import { koneksi } from './koneksi';
import { pengaturan } from './pengaturan';

/** What only the settings say. */
export const settings = { koneksi, pengaturan };
