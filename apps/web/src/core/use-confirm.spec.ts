import { describe, expect, it, vi } from 'vitest';
import { nextTick, ref } from 'vue';
import { useConfirm } from './use-confirm';

describe('useConfirm', () => {
  it('does it to what it asked about, once it is confirmed', async () => {
    const act = vi.fn(async (name: string) => name);
    const { open, busy, subject, ask, confirm } = useConfirm(act);
    ask('token');
    expect([open.value, act.mock.calls.length]).toEqual([true, 0]);
    const done = confirm();
    expect(busy.value).toBe(true);
    await done;
    expect(act).toHaveBeenCalledWith('token');
    expect([open.value, busy.value, subject.value]).toEqual([false, false, 'token']);
  });

  it('closes also where it failed, which is told elsewhere', async () => {
    const { open, busy, ask, confirm } = useConfirm(() => Promise.reject(new Error('refused')));
    ask();
    await confirm();
    expect([open.value, busy.value]).toEqual([false, false]);
  });

  it.each([null, 'next'])('takes the question back when it no longer arises: now %s', async (now) => {
    const act = vi.fn(async () => undefined);
    const running = ref<string | null>('asked');
    const { ask, open } = useConfirm<string>(act, (run) => run === running.value);
    ask('asked');
    await nextTick();
    expect(open.value).toBe(true);
    running.value = now;
    await nextTick();
    expect(open.value).toBe(false);
    expect(act).not.toHaveBeenCalled();
  });
});
