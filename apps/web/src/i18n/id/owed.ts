import { pesan } from './pesan';
import { tunggakan } from './tunggakan';

/** What only the arrears' page says. */
export const owed = { pesan, tunggakan };
