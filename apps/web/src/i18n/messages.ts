import type { id } from './id';
import type { overview } from './id/overview';
import type { owed } from './id/owed';
import type { pages } from './id/pages';
import type { settings } from './id/settings';
import type { students } from './id/students';

/** What every language says: the Indonesian texts are the measure. */
export type Messages = typeof id &
  typeof pages &
  typeof students &
  typeof owed &
  typeof overview &
  typeof settings;
