import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { defineComponent, h, nextTick, shallowRef } from 'vue';
import { usePageTitle } from './use-page-title';

const page = (title: string) =>
  defineComponent(() => {
    usePageTitle(title);
    return () => h('p');
  });

it('is the title of the page that is shown, and goes with the last one', async () => {
  const [list, detail] = [page('Siswa'), page('Ahmad')];
  const shown = shallowRef(list);
  const wrapper = mount(defineComponent(() => () => h(shown.value)));
  expect(document.title).toBe('Siswa · Bantubayar');
  shown.value = detail;
  await nextTick();
  expect(document.title).toBe('Ahmad · Bantubayar');
  wrapper.unmount();
  expect(document.title).toBe('Bantubayar');
});
