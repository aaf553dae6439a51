import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, nextTick, ref } from 'vue';
import { i18n } from '../i18n';
import { useFormDialog } from './use-form-dialog';

describe('useFormDialog', () => {
  function dialog(send: () => Promise<unknown>) {
    const open = ref(false);
    const name = ref('');
    let form!: ReturnType<typeof useFormDialog>;
    const setup = () => {
      form = useFormDialog(open, {
        fill: () => (name.value = ''),
        isComplete: () => name.value !== '',
        send,
      });
      return () => null;
    };
    mount(defineComponent({ setup }), { global: { plugins: [i18n] } });
    return { ...form, open, name };
  }

  it('sends nothing that is not complete, and tells so from then on', async () => {
    const send = vi.fn(async () => undefined);
    const { open, tried, submit } = dialog(send);
    open.value = true;
    await nextTick();
    expect(tried.value).toBe(false);
    await submit();
    expect([tried.value, open.value, send.mock.calls.length]).toEqual([true, true, 0]);
  });

  it('closes when it was taken, and begins anew the next time', async () => {
    const send = vi.fn(async () => undefined);
    const { open, name, tried, sending, submit } = dialog(send);
    open.value = true;
    await nextTick();
    name.value = 'Dapur';
    const sent = submit();
    expect(sending.value).toBe(true);
    await sent;
    expect([sending.value, open.value, send.mock.calls.length]).toEqual([false, false, 1]);
    open.value = true;
    await nextTick();
    expect([name.value, tried.value]).toEqual(['', false]);
  });

  it('stays open with what was given where it was refused, and says why', async () => {
    const { open, name, problem, sending, submit } = dialog(() => Promise.reject(new Error('refused')));
    open.value = true;
    await nextTick();
    name.value = 'Dapur';
    await submit();
    expect([open.value, sending.value, problem.value, name.value]).toEqual([true, false, 'refused', 'Dapur']);
  });
});
