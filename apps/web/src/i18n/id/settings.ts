import { koneksi } from './koneksi';
import { pengaturan } from './pengaturan';
import { peringatan } from './peringatan';
import { pesan } from './pesan';
import { webhook } from './webhook';

/** What only the settings say. */
export const settings = { koneksi, pengaturan, peringatan, pesan, webhook };
