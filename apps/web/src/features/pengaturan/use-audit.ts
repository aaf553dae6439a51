import type { AuditAction } from '@bantubayar/shared';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, shallowRef } from 'vue';
import { useCursorStack } from '../../core/use-cursor-stack';
import { auditApi } from './audit.api';

const LIMIT = 25;

/** Who did what, of one kind or all, page by page. */
export function useAudit() {
  const action = shallowRef<AuditAction | null>(null);
  const stack = useCursorStack(() => `audit ${action.value}`);

  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: computed(() => ['audit', action.value, stack.cursor.value] as const),
    queryFn: ({ signal, queryKey: [, chosen, cursor] }) =>
      auditApi.list({ action: chosen ?? undefined, limit: LIMIT, cursor }, signal),
    placeholderData: keepPreviousData,
  });

  return {
    action,
    page: data,
    error,
    refetch,
    outdated: isPlaceholderData,
    offset: computed(() => stack.page.value * LIMIT),
    previous: stack.previous,
    next: () => data.value?.nextCursor && stack.next(data.value.nextCursor),
  };
}
