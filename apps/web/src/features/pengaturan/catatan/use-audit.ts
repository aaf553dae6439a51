import type { AuditAction } from '@bantubayar/shared';
import { shallowRef } from 'vue';
import { usePagedQuery } from '../../../core/use-paged-query';
import { auditApi } from './audit.api';

const LIMIT = 25;

/** Who did what, of one kind or all, page by page. */
export function useAudit() {
  const action = shallowRef<AuditAction | null>(null);
  const list = usePagedQuery({
    key: () => ['audit'],
    asked: () => ({ action: action.value ?? undefined }),
    limit: () => LIMIT,
    fetch: auditApi.list,
  });

  return { action, ...list };
}
