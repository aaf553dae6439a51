import type { id } from './id';
import type { dashboard } from './id/dashboard';
import type { pages } from './id/pages';
import type { settings } from './id/settings';

/** What every language says: the Indonesian texts are the measure. */
export type Messages = typeof id & typeof pages & typeof settings & { dashboard: typeof dashboard };
