import { isActive, type SyncProgressDto } from '@bantubayar/shared';
import { useQuery } from '@tanstack/vue-query';
import { api } from '../core/api-client';

/** Where the run that is going on, or the last one, is kept for the whole page; the synchronisation's own page writes it. */
export const CURRENT_RUN = ['runs', 'current'] as const;

const MOVING_MS = 2_000;
const STILL_MS = 5_000;

export const isMoving = (run: SyncProgressDto | null | undefined): boolean =>
  !!run && (isActive(run.status) || run.status === 'queued');

/** The same, without its log; asked for while `enabled`, and else as it was last seen. */
export function useCurrentRun(enabled: () => boolean = () => false) {
  return useQuery({
    queryKey: CURRENT_RUN,
    queryFn: ({ signal }) =>
      api.get<SyncProgressDto>('/admin/sync-pembayaran/progress', {
        query: { after: Number.MAX_SAFE_INTEGER },
        signal,
      }),
    enabled,
    refetchInterval: ({ state }) => (isMoving(state.data) ? MOVING_MS : STILL_MS),
  });
}
