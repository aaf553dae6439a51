import { computed } from 'vue';
import { type LocationQueryValue, useRoute, useRouter } from 'vue-router';
import type { CursorStack } from './use-cursor-stack';

/** Of the list seen last: a link back to one of its pages brings no history along. */
let remembered: string[] = [];

/**
 * The way through a list in the address, where a reload, Back and a link find the page again: its cursor and number. The pages
 * before it stand in the browser's history; whoever comes by a link goes from there to the first one.
 */
export function useAddressCursors(): CursorStack {
  const route = useRoute();
  const router = useRouter();
  const here = route.path;

  const cursors = computed<string[]>((last) => {
    // On the way out the address is already another page's.
    if (last && route.path !== here) return last;
    const cursor = textOf(route.query.cursor);
    if (cursor === null) return [];
    const known = [history.state?.cursors, remembered].find((each) => isWayTo(each, cursor));
    return (remembered = known ?? [cursor]);
  });
  const page = computed<number>((last) => {
    if (last !== undefined && route.path !== here) return last;
    return cursors.value.length === 0 ? 0 : Math.max(1, Math.floor(Number(route.query.halaman)) - 1 || 1);
  });

  function go(way: string[], to: number): void {
    const { cursor: _, halaman: __, ...query } = route.query;
    const place = way.length === 0 ? {} : { halaman: String(to + 1), cursor: way.at(-1) };
    remembered = way;
    void router.push({ query: { ...query, ...place }, state: { cursors: way } });
  }

  return {
    cursor: computed(() => cursors.value.at(-1)),
    page,
    next: (cursor) => go([...cursors.value, cursor], page.value + 1),
    previous: () => go(cursors.value.slice(0, -1), page.value - 1),
    first: () => go([], 0),
  };
}

const textOf = (value: LocationQueryValue | LocationQueryValue[] | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

const isWayTo = (way: unknown, cursor: string): way is string[] =>
  Array.isArray(way) && way.at(-1) === cursor;
