import { isEnded, type SyncProgressDto } from '@bantubayar/shared';
import { computed, type Ref } from 'vue';
import { session } from '../../../session/session';
import { useRun } from '../use-run';
import { useRunReasons } from '../use-run-reasons';
import { useRunRetry } from '../use-run-retry';

/** What is to be known of the run that is shown, besides its progress: why students failed, and who can be tried again. */
export function useShownRun(progress: Readonly<Ref<SyncProgressDto | null>>, onRetried: () => void) {
  const ended = computed(() => {
    const shown = progress.value;
    return shown && isEnded(shown.status) ? shown.runId : null;
  });
  const { data } = useRun(() => ended.value);
  const reasons = useRunReasons(() => {
    const { runId, failed = 0, status } = progress.value ?? {};
    return runId && status ? { id: runId, problems: failed, goesOn: !isEnded(status) } : null;
  });
  const retry = useRunRetry(() => ended.value!, onRetried);
  const retryable = computed(() => {
    const isShown = ended.value !== null && data.value?.id === ended.value;
    return isShown && session.can('sync:write') ? data.value!.retryable : 0;
  });

  return { reasons, ...retry, retryable };
}
