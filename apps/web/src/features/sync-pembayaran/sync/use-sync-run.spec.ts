import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent } from 'vue';
import { mountApp } from '../../../../dev/mount-app';
import { progressSample } from '../../../../dev/progress-sample';
import { ApiError } from '../../../core/api-error';
import { syncApi } from '../sync.api';
import { useSyncRun } from './use-sync-run';

const running = (processed: number) =>
  progressSample({ runId: '7', status: 'running', total: 100, processed });

async function open() {
  let run!: ReturnType<typeof useSyncRun>;
  const page = defineComponent({
    setup() {
      run = useSyncRun();
      return () => null;
    },
  });
  const wrapper = mountApp(page);
  await flushPromises();
  return { run, wrapper };
}

describe('useSyncRun', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('polls twice as often while a run moves', async () => {
    const progress = vi.spyOn(syncApi, 'progress').mockResolvedValue(progressSample());
    const { run, wrapper } = await open();
    await vi.advanceTimersByTimeAsync(900);
    expect(progress).toHaveBeenCalledTimes(1);
    progress.mockResolvedValue(running(1));
    await vi.advanceTimersByTimeAsync(100 + 1_000);
    expect(progress).toHaveBeenCalledTimes(4);
    expect(run.moving.value).toBe(true);
    wrapper.unmount();
  });

  it('asks only for newer log lines once it has a run', async () => {
    const line = { id: 12, at: '', level: 'info' as const, code: 'x', message: '', params: null };
    const progress = vi.spyOn(syncApi, 'progress').mockResolvedValue({ ...running(1), log: [line] });
    const { wrapper } = await open();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(progress.mock.calls.map(([after]) => after)).toEqual([undefined, undefined, 12]);
    wrapper.unmount();
  });

  it('drops a poll that was under way when a command is given', async () => {
    let late!: (answer: ReturnType<typeof running>) => void;
    const progress = vi.spyOn(syncApi, 'progress').mockResolvedValue(running(10));
    const { run, wrapper } = await open();
    progress.mockImplementation(
      (_, signal) =>
        new Promise((resolve, reject) => {
          late = resolve;
          signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        }),
    );
    await vi.advanceTimersByTimeAsync(500);
    vi.spyOn(syncApi, 'cancel').mockResolvedValue({ ...running(12), status: 'cancelling' });
    await run.cancel();
    late(running(11));
    await flushPromises();
    expect(run.progress.value).toMatchObject({ status: 'cancelling', processed: 12 });
    wrapper.unmount();
  });

  it('joins the run that another one has started', async () => {
    vi.spyOn(syncApi, 'progress').mockResolvedValueOnce(progressSample()).mockResolvedValue(running(50));
    const details = { run: { startedBy: 'Bu Endang', startedAt: null, processed: 50, total: 100 } };
    vi.spyOn(syncApi, 'start').mockRejectedValue(new ApiError(409, 'sync_already_running', '', details));
    const { run, wrapper } = await open();
    await run.start();
    await flushPromises();
    expect(run.joined.value).toEqual(details.run);
    expect(run.progress.value?.processed).toBe(50);
    wrapper.unmount();
  });
});
