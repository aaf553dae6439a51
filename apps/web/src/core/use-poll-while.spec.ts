import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent } from 'vue';
import { usePollWhile } from './use-poll-while';

type Task = (signal: AbortSignal) => Promise<void>;

function polling(task: Task, delay = 500) {
  let poll!: ReturnType<typeof usePollWhile>;
  const wrapper = mount(
    defineComponent({
      setup() {
        poll = usePollWhile(task, () => delay);
        return () => null;
      },
    }),
  );
  return { wrapper, poll };
}

describe('usePollWhile', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks at once, then after each delay', async () => {
    const task = vi.fn(async () => {});
    polling(task);
    expect(task).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(task).toHaveBeenCalledTimes(3);
  });

  it('never has two tasks under way', async () => {
    let finish!: () => void;
    const task = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const { poll } = polling(task);
    await vi.advanceTimersByTimeAsync(5_000);
    poll.resume();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(task).toHaveBeenCalledTimes(1);
    finish();
    await vi.advanceTimersByTimeAsync(500);
    expect(task).toHaveBeenCalledTimes(2);
  });

  it('goes on after a failure, which it tells until one succeeds', async () => {
    const task = vi.fn<Task>().mockRejectedValueOnce(new Error('gone')).mockResolvedValue();
    const { poll } = polling(task);
    await vi.advanceTimersByTimeAsync(0);
    expect(poll.failure.value).toEqual(new Error('gone'));
    await vi.advanceTimersByTimeAsync(500);
    expect(poll.failure.value).toBeNull();
  });

  it('is held and resumed; the answer under way is dropped without a failure', async () => {
    const task = vi.fn<Task>(
      (signal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    const { poll } = polling(task);
    poll.hold();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(task).toHaveBeenCalledTimes(1);
    expect(poll.failure.value).toBeNull();
    poll.resume();
    expect(task).toHaveBeenCalledTimes(2);
  });

  it('stops when the page is left, also when it is resumed later', async () => {
    const task = vi.fn(async () => {});
    const { wrapper, poll } = polling(task);
    await vi.advanceTimersByTimeAsync(0);
    wrapper.unmount();
    poll.resume();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(task).toHaveBeenCalledTimes(1);
  });
});
