import { isActive, type StartSyncDto, type SyncProgressDto } from '@bantubayar/shared';
import { useQueryClient } from '@tanstack/vue-query';
import { computed, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { isApiError } from '../../../core/api-error';
import { dismissNotice, notify } from '../../../core/notices';
import { CURRENT_RUN, isMoving } from '../../../run/current-run';
import { type RunningRun, runningRunOf } from '../../../run/running-run';
import { useErrorText } from '../../../core/use-error-text';
import { usePollWhile } from '../../../core/use-poll-while';
import { mergeProgress } from '../run-state';
import { syncApi } from '../sync.api';
import { useSyncNews } from './use-sync-news';

export type Command = 'start' | 'cancel' | 'pause' | 'resume' | 'reset';
/** The command whose answer is awaited. */
export type Busy = Command | 'queue' | null;

const MOVING_MS = 500;
/** Somebody else may start one. */
const STILL_MS = 1_000;
const HIDDEN_MS = 5_000;

/** The run that the server shows: polled, and moved by the admin's commands. */
export function useSyncRun() {
  const { t } = useI18n();
  const { errorText } = useErrorText();
  const queryClient = useQueryClient();
  const progress = shallowRef<SyncProgressDto | null>(null);
  const busy = shallowRef<Busy>(null);
  /** Set when a start found another run under way. */
  const joined = shallowRef<RunningRun | null>(null);
  const noStudents = shallowRef(false);

  const { noteStart, noteResume } = useSyncNews(progress);

  const moving = computed(() => isMoving(progress.value));

  // A run's first answer may have been asked for with another run's `after`: its whole log is asked for once more.
  let after: number | undefined;
  function apply(answer: SyncProgressDto): void {
    const sameRun = progress.value?.runId === answer.runId;
    progress.value = mergeProgress(progress.value, answer);
    after = sameRun ? progress.value.log.at(-1)?.id : undefined;
    queryClient.setQueryData(CURRENT_RUN, progress.value);
    if (!moving.value) joined.value = null;
  }

  const { failure, hold, resume } = usePollWhile(
    async (signal) => apply(await syncApi.progress(after, signal)),
    () => (document.visibilityState === 'hidden' ? HIDDEN_MS : moving.value ? MOVING_MS : STILL_MS),
  );

  /** A queued run is not what the page shows as long as another one is active. */
  function waitsBehind({ status, runId }: SyncProgressDto): boolean {
    const shown = progress.value;
    return status === 'queued' && !!shown && isActive(shown.status) && shown.runId !== runId;
  }

  /** Polling rests meanwhile, so that no answer from before the command arrives after its own. */
  async function give(
    command: Exclude<Busy, null>,
    send: () => Promise<SyncProgressDto>,
  ): Promise<SyncProgressDto | null> {
    if (busy.value) return null;
    busy.value = command;
    joined.value = null;
    noStudents.value = false;
    dismissNotice();
    hold();
    try {
      const answer = await send();
      if (!waitsBehind(answer)) apply(answer);
      return answer;
    } catch (error) {
      joined.value = runningRunOf(error);
      noStudents.value = isApiError(error, 'no_students');
      if (!joined.value && !noStudents.value) notify(errorText(error), 'error');
      return null;
    } finally {
      busy.value = null;
      resume();
    }
  }

  /** The queue stands far below the button on a phone. */
  async function queue(): Promise<void> {
    const answer = await give('queue', () => syncApi.start({ queue: true }));
    if (answer?.status === 'queued') notify(t('sync.queue.added'), 'success');
  }

  function startRun(body: StartSyncDto = {}) {
    noteStart();
    return give('start', () => syncApi.start(body));
  }

  function resumeRun() {
    noteResume();
    return give('resume', syncApi.resume);
  }

  return {
    progress,
    busy,
    joined,
    noStudents,
    moving,
    failure,
    retryNow: resume,
    start: startRun,
    queue,
    cancel: () => give('cancel', syncApi.cancel),
    pause: () => give('pause', syncApi.pause),
    resume: resumeRun,
    reset: () => give('reset', syncApi.reset),
  };
}
