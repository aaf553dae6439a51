import { isActive, type StartSyncDto, type SyncProgressDto } from '@bantubayar/shared';
import { computed, shallowRef } from 'vue';
import { isApiError } from '../../core/api-error';
import { dismissNotice, notify } from '../../core/notices';
import { useErrorText } from '../../core/use-error-text';
import { usePollWhile } from '../../core/use-poll-while';
import { mergeProgress } from './run-state';
import { type RunningRun, runningRunOf } from './running-run';
import { syncApi } from './sync.api';

export type Command = 'start' | 'cancel' | 'pause' | 'resume' | 'reset';

const MOVING_MS = 500;
const STILL_MS = 3_000;
const HIDDEN_MS = 5_000;

/** The run that the server shows: polled, and moved by the admin's commands. */
export function useSyncRun() {
  const { errorText } = useErrorText();
  const progress = shallowRef<SyncProgressDto | null>(null);
  /** The command whose answer is awaited. */
  const busy = shallowRef<Command | null>(null);
  /** Set when a start found another run under way. */
  const joined = shallowRef<RunningRun | null>(null);
  const noStudents = shallowRef(false);

  const moving = computed(
    () => !!progress.value && (isActive(progress.value.status) || progress.value.status === 'queued'),
  );

  // A run's first answer may have been asked for with another run's `after`: its whole log is asked for once more.
  let after: number | undefined;
  function apply(answer: SyncProgressDto): void {
    const sameRun = progress.value?.runId === answer.runId;
    progress.value = mergeProgress(progress.value, answer);
    after = sameRun ? progress.value.log.at(-1)?.id : undefined;
    if (!moving.value) joined.value = null;
  }

  const { failure, hold, resume } = usePollWhile(
    async (signal) => apply(await syncApi.progress(after, signal)),
    () => (document.visibilityState === 'hidden' ? HIDDEN_MS : moving.value ? MOVING_MS : STILL_MS),
  );

  /** Polling rests meanwhile, so that no answer from before the command arrives after its own. */
  async function give(command: Command, send: () => Promise<SyncProgressDto>): Promise<void> {
    if (busy.value) return;
    busy.value = command;
    joined.value = null;
    noStudents.value = false;
    dismissNotice();
    hold();
    try {
      apply(await send());
    } catch (error) {
      joined.value = runningRunOf(error);
      noStudents.value = isApiError(error, 'no_students');
      if (!joined.value && !noStudents.value) notify(errorText(error), 'error');
    } finally {
      busy.value = null;
      resume();
    }
  }

  return {
    progress,
    busy,
    joined,
    noStudents,
    moving,
    failure,
    retryNow: resume,
    start: (body: StartSyncDto = {}) => give('start', () => syncApi.start(body)),
    cancel: () => give('cancel', syncApi.cancel),
    pause: () => give('pause', syncApi.pause),
    resume: () => give('resume', syncApi.resume),
    reset: () => give('reset', syncApi.reset),
  };
}
