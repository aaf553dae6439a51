import type { Api, Schemas } from './api';
import { unwrap } from './error';

export type ChangesPage = Schemas['UmpanDto'];
export type Change = ChangesPage['items'][number];

export interface IterateOptions {
  /** The cursor of the last page that you kept, or `now`; without it from the oldest change that is kept. */
  since?: string;
  /** The most changes in a page, at most 500. */
  limit?: number;
  /** Seconds, at most 30: follow the feed for ever, each request waiting so long for something new. Without it until nothing is left. */
  wait?: number;
  signal?: AbortSignal;
}

/**
 * The changes feed, page by page, each change once and in order. Keep a page's `cursor` together with what you did with its
 * items, in one transaction of yours: then a crash repeats nothing and skips nothing.
 */
export async function* iterate(
  api: Api,
  { since, limit = 500, wait = 0, signal }: IterateOptions = {},
): AsyncGenerator<ChangesPage, void> {
  let cursor = since;
  for (;;) {
    const query = { since: cursor, limit, wait };
    const page = await unwrap(api.GET('/admin/perubahan', { params: { query }, signal }));
    if (page.items.length > 0 || page.cursor !== cursor) yield page;
    if (!page.hasMore && wait === 0) return;
    cursor = page.cursor;
  }
}
