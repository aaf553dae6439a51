import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { useFirstRows } from '../use-first-rows';
import OwnTask from './own-task.vue';

describe('what is mounted in a task of its own', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('comes after what stands around it', async () => {
    const wrapper = mount({ components: { OwnTask }, template: '<p>first<own-task>, later</own-task></p>' });
    expect(wrapper.text()).toBe('first');
    await vi.runAllTimersAsync();
    expect(wrapper.text()).toBe('first, later');
  });

  it('are the rows that no window shows', async () => {
    const wrapper = mount(
      defineComponent({
        props: { rows: { type: Array<number>, required: true } },
        setup(props) {
          const shown = useFirstRows(() => props.rows);
          return () => h('p', shown.value.length);
        },
      }),
      { props: { rows: Array.from({ length: 50 }, (_, n) => n) } },
    );
    expect(wrapper.text()).toBe('20');
    await vi.runAllTimersAsync();
    expect(wrapper.text()).toBe('50');
    await wrapper.setProps({ rows: Array.from({ length: 100 }, (_, n) => n) });
    expect(wrapper.text()).toBe('100');
  });
});
