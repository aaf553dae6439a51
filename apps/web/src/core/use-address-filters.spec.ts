import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent } from 'vue';
import { type Router, useRouter } from 'vue-router';
import { mountApp } from '../../dev/mount-app';
import { addressFilters, oneOf, text } from './address-filters';
import { useAddressFilters } from './use-address-filters';

const table = addressFilters({ search: text, kelas: text, sort: oneOf('nama', '-nama') }, { sort: 'nama' });

function open() {
  let list!: ReturnType<typeof useAddressFilters<ReturnType<typeof table.read>>>;
  let router!: Router;
  const wrapper = mountApp(
    defineComponent(() => {
      list = useAddressFilters(table);
      router = useRouter();
      return () => null;
    }),
  );
  const address = () => router.currentRoute.value.fullPath;
  const go = (to: string) => router.push(to).then(flushPromises);
  return { list, address, go, wrapper };
}

describe('useAddressFilters', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('writes what is changed into the address, without the hash that led here', async () => {
    const { list, address, go, wrapper } = open();
    await go('/?kelas=8A&sort=-nama#list');
    expect(list.filters.value).toEqual({ search: null, kelas: '8A', sort: '-nama' });
    list.change({ kelas: '8B' });
    await flushPromises();
    expect(address()).toBe('/?kelas=8B&sort=-nama');
    list.clear();
    await flushPromises();
    expect(address()).toBe('/?sort=-nama');
    expect(list.filtered.value).toBe(false);
    wrapper.unmount();
  });

  it('lets the address follow the search once the typing rests, and the search an address', async () => {
    const { list, address, go, wrapper } = open();
    await go('/');
    list.search.value = 'a';
    await vi.advanceTimersByTimeAsync(200);
    list.search.value = 'ah ';
    await vi.advanceTimersByTimeAsync(200);
    expect(address()).toBe('/');
    await vi.advanceTimersByTimeAsync(100);
    expect(address()).toBe('/?search=ah');
    expect(list.search.value).toBe('ah ');
    await go('/?search=budi');
    expect(list.search.value).toBe('budi');
    wrapper.unmount();
  });

  it('stays as it was on the way to another page', async () => {
    const { list, go, wrapper } = open();
    await go('/?kelas=8A');
    expect(list.filters.value.kelas).toBe('8A');
    await go('/elsewhere');
    expect(list.filters.value.kelas).toBe('8A');
    wrapper.unmount();
  });
});
