import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref, watch } from 'vue';
import { isApiError } from './api-error';
import { useAddressCursors } from './use-address-cursors';
import { useCursorStack } from './use-cursor-stack';

interface Page {
  items: unknown[];
  nextCursor: string | null;
}

/** What goes through a list. */
export interface PagedList {
  page: Readonly<Ref<(Page & { total?: number }) | undefined>>;
  outdated: Readonly<Ref<boolean>>;
  /** Rows before this page. */
  offset: Readonly<Ref<number>>;
  previous: () => void;
  next: () => void;
}

interface PagedQueryOptions<Asked, P extends Page> {
  /** What the list is known by, without what is asked of it. */
  key: () => readonly string[];
  /** What is asked; something else begins at the first page. */
  asked: () => Asked;
  limit: () => number;
  fetch: (query: Asked & { limit: number; cursor?: string }, signal: AbortSignal) => Promise<P>;
  /** The page stands in the address, where there is one such list. */
  inAddress?: boolean;
  enabled?: () => boolean;
  refetchInterval?: () => number | false;
}

/** A keyset-paged list, a page at a time; the rows before stay until the next ones are there. */
export function usePagedQuery<Asked, P extends Page>(options: PagedQueryOptions<Asked, P>) {
  const query = computed(() => ({ ...options.asked(), limit: options.limit() }));
  const stack = options.inAddress
    ? useAddressCursors()
    : useCursorStack(() => JSON.stringify([options.key(), query.value]));

  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: computed(() => [...options.key(), { ...query.value, cursor: stack.cursor.value }]),
    // What the key says, not what is asked now: a late second try must not fetch another list's rows.
    queryFn: ({ signal, queryKey }) => options.fetch(queryKey.at(-1) as typeof query.value, signal),
    placeholderData: keepPreviousData,
    enabled: options.enabled,
    refetchInterval: options.refetchInterval,
  });

  // A place that an address names and the list does not know is of another order, or another version of the product.
  watch(error, (found) => {
    if (stack.cursor.value !== undefined && isApiError(found, 'validation_failed')) stack.first();
  });

  return {
    page: data,
    error,
    refetch,
    /** Rows are on the screen, newer ones are on their way. */
    refreshing: computed(() => isFetching.value && data.value !== undefined),
    /** The rows on the screen belong to something else that was asked, or to another page. */
    outdated: isPlaceholderData,
    offset: computed(() => stack.page.value * query.value.limit),
    previous: stack.previous,
    next: () => data.value?.nextCursor && stack.next(data.value.nextCursor),
  };
}
