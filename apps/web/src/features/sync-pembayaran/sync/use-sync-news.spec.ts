import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, nextTick, shallowRef } from 'vue';
import { mountApp } from '../../../../dev/mount-app';
import { progressSample } from '../../../../dev/progress-sample';
import { notice } from '../../../core/notices';
import { syncApi } from '../sync.api';
import { useSyncNews } from './use-sync-news';

const sample = (changes: Parameters<typeof progressSample>[0]) => progressSample({ runId: '7', ...changes });

function open() {
  const progress = shallowRef(sample({ status: 'running' }));
  let news!: ReturnType<typeof useSyncNews>;
  const page = defineComponent({
    setup() {
      news = useSyncNews(progress);
      return () => null;
    },
  });
  mountApp(page);
  const see = async (changes: Parameters<typeof progressSample>[0]) => {
    progress.value = sample(changes);
    await nextTick();
    await flushPromises();
  };
  return { news, see };
}

describe('useSyncNews', () => {
  beforeEach(() => {
    notice.value = null;
    const ended = { ...sample({ status: 'cancelled', percent: 13.5 }), id: '7' };
    vi.spyOn(syncApi, 'run').mockResolvedValue(ended as never);
  });

  it('tells how a run ended that another one took the place of, seen or not', async () => {
    const { see } = open();
    await see({ status: 'cancelling' });
    await see({ status: 'cancelled' });
    expect(notice.value).toBeNull();
    await see({ runId: '8', status: 'preparing' });
    expect(notice.value).toMatchObject({
      text: 'Sinkronisasi dibatalkan di 13,5 %.',
      more: { to: '/admin/sync-pembayaran/runs/7' },
    });
  });

  it('tells nothing to whoever starts the next run', async () => {
    const { news, see } = open();
    await see({ status: 'cancelled' });
    news.noteStart();
    await see({ runId: '8', status: 'preparing' });
    expect(notice.value).toBeNull();
  });

  it('tells who resumed a run that it is paused for the same reason again', async () => {
    const { news, see } = open();
    await see({ status: 'paused', pauseCode: 'credentials' });
    expect(notice.value).toBeNull();
    news.noteResume();
    await see({ status: 'running' });
    await see({ status: 'paused', pauseCode: 'credentials' });
    expect(notice.value?.text).toBe('Dijeda lagi: Kredensial ditolak.');
  });
});
