import { nextTick, ref } from 'vue';
import { expect, it } from 'vitest';
import { useSiswaSelection } from './use-siswa-selection';

function selection(page = ['1', '2']) {
  const [listed, filter] = [ref(page), ref('{}')];
  return {
    listed,
    filter,
    ...useSiswaSelection(
      () => listed.value,
      () => 5,
      filter,
    ),
  };
}

it('is of those named, also on other pages', () => {
  const { choose, chosen, count, listed, mayChooseAll } = selection();
  choose(['1'], true);
  expect(mayChooseAll.value).toBe(false);
  choose(['2'], true);
  expect([count.value, mayChooseAll.value]).toEqual([2, true]);
  listed.value = ['3'];
  choose(['3'], true);
  choose(['1'], false);
  expect([...chosen.value]).toEqual(['2', '3']);
});

it('is of all that the filter matches, until one is taken away or another filter is asked', async () => {
  const { choose, chooseAll, all, chosen, count, listed, filter, mayChooseAll } = selection();
  chooseAll();
  expect([count.value, mayChooseAll.value]).toEqual([5, false]);
  listed.value = ['3', '4'];
  expect([...chosen.value]).toEqual(['3', '4']);
  choose(['4'], false);
  expect([all.value, count.value, ...chosen.value]).toEqual([false, 1, '3']);
  chooseAll();
  filter.value = '{"lembaga":"SMP"}';
  await nextTick();
  expect([all.value, count.value]).toEqual([false, 0]);
});
