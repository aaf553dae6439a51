import type { ProgressStatus } from '@bantubayar/shared';
import {
  mdiAlertCircleOutline,
  mdiAlertOutline,
  mdiCheckCircleOutline,
  mdiCircleOutline,
  mdiClockOutline,
  mdiCloseCircleOutline,
  mdiPauseCircleOutline,
  mdiProgressClock,
  mdiProgressClose,
  mdiSync,
} from '@mdi/js';

/** Every state has its own sign too: colour alone says nothing to some. */
const RUN_LOOK: Record<ProgressStatus, { color: string; bar?: string; icon: string }> = {
  idle: { color: 'secondary', icon: mdiCircleOutline },
  queued: { color: 'info', icon: mdiClockOutline },
  preparing: { color: 'info', icon: mdiProgressClock },
  running: { color: 'primary', icon: mdiSync },
  paused: { color: 'warning', bar: 'amber', icon: mdiPauseCircleOutline },
  cancelling: { color: 'secondary', icon: mdiProgressClose },
  completed: { color: 'success', icon: mdiCheckCircleOutline },
  partial: { color: 'warning', bar: 'amber', icon: mdiAlertOutline },
  cancelled: { color: 'secondary', icon: mdiCloseCircleOutline },
  failed: { color: 'error', icon: mdiAlertCircleOutline },
};

/** A run that is done while answers of it wait for a decision is not simply done. */
export const isWaiting = ({ status, openReviews }: Standing) => status === 'completed' && openReviews > 0;

export const lookOf = (run: Standing) => RUN_LOOK[isWaiting(run) ? 'partial' : run.status];

export interface Standing {
  status: ProgressStatus;
  openReviews: number;
}
