import { isEnded, type SyncProgressDto } from '@bantubayar/shared';
import { type Ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { announce } from '../../../core/announcer';
import { type Notice, notify } from '../../../core/notices';
import { isWaiting } from '../../../run/run-look';
import { useRunFigures } from '../use-run-figures';

const COLORS: Record<string, Notice['color']> = {
  completed: 'success',
  partial: 'warning',
  cancelled: 'info',
  failed: 'error',
};

/** Tells the end of a run to everybody, and every tenth per cent to those who listen to the page. */
export function useRunNews(progress: Ref<SyncProgressDto | null>): void {
  const { t } = useI18n();
  const figuresOf = useRunFigures();

  watch(progress, (now, before) => {
    if (!now || !before || now.runId !== before.runId) return;
    const figures = figuresOf(now);

    if (isEnded(now.status) && !isEnded(before.status)) {
      const text = t(`sync.ended.${now.status}`, figures);
      notify(text, isWaiting(now) ? 'warning' : COLORS[now.status]);
      announce(text);
    } else if (now.status !== before.status) {
      announce(t(`sync.status.${now.status}`));
    } else if (Math.floor(now.percent / 10) > Math.floor(before.percent / 10)) {
      announce(t('sync.spoken', figures));
    }
  });
}
