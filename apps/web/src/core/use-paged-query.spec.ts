import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, ref } from 'vue';
import { mountApp } from '../../dev/mount-app';
import { usePagedQuery } from './use-paged-query';

const search = ref('a');

/** Three pages of two rows; the cursor is the number of the page. */
function pages() {
  return vi.fn(async ({ cursor = '0' }: { search: string; limit: number; cursor?: string }) => ({
    items: [`${cursor}.1`, `${cursor}.2`],
    nextCursor: cursor === '2' ? null : String(Number(cursor) + 1),
  }));
}

async function open(fetch: ReturnType<typeof pages>) {
  let list!: ReturnType<typeof usePagedQuery<{ search: string }, Awaited<ReturnType<typeof fetch>>>>;
  const wrapper = mountApp(
    defineComponent(() => {
      list = usePagedQuery({
        // Where somebody was in a list is known until the page is closed: each test has one of its own.
        key: () => [expect.getState().currentTestName!],
        asked: () => ({ search: search.value }),
        limit: () => 2,
        fetch,
      });
      return () => null;
    }),
  );
  await flushPromises();
  return { list, wrapper };
}

describe('usePagedQuery', () => {
  beforeEach(() => (search.value = 'a'));

  it('goes forward and back, and keeps the rows until the next ones are there', async () => {
    const { list, wrapper } = await open(pages());
    list.next();
    await Promise.resolve();
    expect(list.page.value?.items).toEqual(['0.1', '0.2']);
    await flushPromises();
    expect(list.page.value?.items).toEqual(['1.1', '1.2']);
    expect(list.offset.value).toBe(2);
    list.previous();
    await flushPromises();
    expect(list.page.value?.items).toEqual(['0.1', '0.2']);
    wrapper.unmount();
  });

  it('begins at the first page when something else is asked', async () => {
    const fetch = pages();
    const { list, wrapper } = await open(fetch);
    list.next();
    await flushPromises();
    search.value = 'b';
    await flushPromises();
    expect(fetch.mock.lastCall?.[0]).toEqual({ search: 'b', limit: 2, cursor: undefined });
    expect(list.offset.value).toBe(0);
    wrapper.unmount();
  });

  it('finds the page again on coming back', async () => {
    const first = await open(pages());
    first.list.next();
    await flushPromises();
    first.wrapper.unmount();
    const { list, wrapper } = await open(pages());
    expect(list.page.value?.items).toEqual(['1.1', '1.2']);
    wrapper.unmount();
  });
});
