import type { SyncOutcome, SyncRunSiswaDto } from '@bantubayar/shared';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { groupFailures } from './failure-groups';
import { syncApi } from './sync.api';

const PAGE = 500;
const MAX_PAGES = 4;
const OUTCOMES: SyncOutcome[] = ['failed', 'needs_review', 'left'];

/** The reasons of a run's problems, counted from its ledger; `version` changes when there are more of them. */
export function useFailureGroups(id: () => string, version: () => number) {
  const { data, error, refetch } = useQuery({
    queryKey: computed(() => ['runs', id(), 'problems', version()] as const),
    queryFn: async ({ signal }) => {
      const lists = await Promise.all(OUTCOMES.map((outcome) => readAll(id(), outcome, signal)));
      return { groups: groupFailures(lists.flat()), read: lists.flat().length };
    },
    enabled: () => version() > 0,
    placeholderData: (before) => before,
  });

  return {
    groups: computed(() => data.value?.groups ?? []),
    read: computed(() => data.value?.read ?? 0),
    error,
    refetch,
  };
}

async function readAll(id: string, outcome: SyncOutcome, signal: AbortSignal): Promise<SyncRunSiswaDto[]> {
  const rows: SyncRunSiswaDto[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await syncApi.ledger(id, { outcome, limit: PAGE, cursor }, signal);
    rows.push(...answer.items);
    if (!answer.nextCursor) break;
    cursor = answer.nextCursor;
  }
  return rows;
}
