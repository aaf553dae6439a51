import { isEnded, type SyncProgressDto } from '@bantubayar/shared';
import { useQueryClient } from '@tanstack/vue-query';
import { type Ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute } from 'vue-router';
import { announce } from '../core/announcer';
import { type Notice, notify } from '../core/notices';
import { useFormat } from '../core/use-format';
import { isWaiting } from '../run/run-look';
import { useRunFigures } from '../run/use-run-figures';

const COLORS: Record<string, Notice['color']> = {
  completed: 'success',
  partial: 'warning',
  cancelled: 'info',
  failed: 'error',
};

/**
 * Tells how the run goes, wherever somebody is: its end by a notice with the way to it, and to those who listen to the
 * page every tenth per cent. What it brought is asked for anew.
 */
export function useRunNews(run: Readonly<Ref<SyncProgressDto | undefined>>, watchedAt: string): void {
  const { t } = useI18n();
  const { format } = useFormat();
  const figuresOf = useRunFigures();
  const route = useRoute();
  const queryClient = useQueryClient();

  function tellEnd(ended: SyncProgressDto): void {
    const text = t(`sync.ended.${ended.status}`, figuresOf(ended));
    // Who watches it sees its end on the page.
    if (route.path === watchedAt) return announce(text);
    const more = { text: t('sync.see'), to: `/admin/sync-pembayaran/runs/${ended.runId}` };
    notify(text, isWaiting(ended) ? 'warning' : COLORS[ended.status], more);
  }

  watch(run, (now, before) => {
    if (!now || !before || now.runId !== before.runId) return;
    if (isEnded(now.status) && !isEnded(before.status)) {
      tellEnd(now);
      for (const key of ['siswa', 'runs']) void queryClient.invalidateQueries({ queryKey: [key] });
    } else if (now.status !== before.status) {
      announce(t(`sync.status.${now.status}`));
    } else if (Math.floor(now.percent / 10) > Math.floor(before.percent / 10)) {
      announce(t('sync.spoken', { percent: format.value.percent(now.percent) }));
    }
  });
}
