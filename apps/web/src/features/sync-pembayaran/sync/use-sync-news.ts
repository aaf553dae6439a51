import { isActive, isEnded, type PauseCode, type SyncProgressDto } from '@bantubayar/shared';
import { type Ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { notify } from '../../../core/notices';
import { syncApi } from '../sync.api';
import { useRunFigures } from '../../../run/use-run-figures';

/** The end of a run may be seen for a moment before the next one takes its place. */
const JUST_NOW_MS = 5_000;

/** What the page would pass over: how the run ended that another one took the place of, and that resuming changed nothing. */
export function useSyncNews(progress: Readonly<Ref<SyncProgressDto | null>>) {
  const { t } = useI18n();
  const figuresOf = useRunFigures();
  let activeAt = -Infinity;
  /** What the run was paused for when it was resumed here. */
  let resumedFrom: PauseCode | null = null;

  async function tellEnd(id: string): Promise<void> {
    const run = await syncApi.run(id).catch(() => null);
    if (!run || !isEnded(run.status)) return;
    const more = { text: t('sync.see'), to: `/admin/sync-pembayaran/runs/${id}` };
    notify(t(`sync.ended.${run.status}`, figuresOf(run)), 'info', more);
  }

  function tell(now: SyncProgressDto, before: SyncProgressDto): void {
    const justEnded = before.runId !== now.runId && Date.now() - activeAt < JUST_NOW_MS;
    if (justEnded && before.runId) void tellEnd(before.runId);
    if (now.status !== 'paused' || before.status === 'paused') return;
    if (resumedFrom && now.pauseCode === resumedFrom)
      notify(t('sync.pausedAgain', { reason: t(`sync.pausedTitle.${resumedFrom}`) }), 'warning');
    resumedFrom = null;
  }

  watch(progress, (now, before) => {
    if (now && before) tell(now, before);
    if (now && isActive(now.status)) activeAt = Date.now();
  });

  return {
    /** Who starts a run here has seen how the one before ended. */
    noteStart: () => {
      activeAt = -Infinity;
    },
    noteResume: () => {
      resumedFrom = progress.value?.pauseCode ?? null;
    },
  };
}
