import { dashboard } from './dashboard';
import { tunggakan } from './tunggakan';

/** What only the dashboard says. */
export const overview = { dashboard, tunggakan };
