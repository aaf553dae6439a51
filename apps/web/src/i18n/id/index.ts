import { auth } from './auth';
import { common } from './common';
import { error } from './error';

/** What the login page needs; the pages behind it bring theirs along (see add-page-messages.ts). */
export const id = { auth, common, error };
