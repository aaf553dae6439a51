import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { dashboardApi } from './dashboard.api';
import { groupsOf } from './groups/dashboard-groups';

export const DAYS = [7, 30, 90] as const;
const DEFAULT_DAYS = 30;
const REFRESH_MS = 60_000;

/** The school in figures; of which unit, and over how many days, is in the address. */
export function useDashboard() {
  const route = useRoute();
  const router = useRouter();
  const address = (query: Record<string, string | number | undefined>) =>
    void router.replace({ query: { ...route.query, ...query } });

  const days = computed({
    get: () => DAYS.find((each) => String(each) === route.query.days) ?? DEFAULT_DAYS,
    set: (value) => address({ days: value === DEFAULT_DAYS ? undefined : value }),
  });

  const lembaga = computed({
    get: () => (typeof route.query.lembaga === 'string' && route.query.lembaga) || null,
    set: (value: string | null) => address({ lembaga: value ?? undefined }),
  });

  const { data, error, refetch, dataUpdatedAt, isPlaceholderData } = useQuery({
    queryKey: computed(
      () => ['siswa', 'dashboard', { days: days.value, lembaga: lembaga.value ?? undefined }] as const,
    ),
    queryFn: ({ signal, queryKey }) => dashboardApi.get(queryKey[2], signal),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });

  const groups = computed(() => data.value && groupsOf(data.value, lembaga.value));

  return { data, error, refetch, dataUpdatedAt, outdated: isPlaceholderData, days, lembaga, groups };
}
