import type { id } from './id';
import type { pages } from './id/pages';

/** What every language says: the Indonesian texts are the measure. */
export type Messages = typeof id & typeof pages;
