import { pesan } from './pesan';
import { siswa } from './siswa';

/** What only the students' pages say. */
export const students = { pesan, siswa };
