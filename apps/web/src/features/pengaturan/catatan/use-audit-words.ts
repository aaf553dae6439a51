import {
  type AuditAction,
  type AuditEntryDto,
  type FailureReasonCode,
  KREDENSIAL,
  type Role,
  type SyncScopeDto,
} from '@bantubayar/shared';
import { useI18n } from 'vue-i18n';
import { useReasonText } from '../../../run/use-reason-text';
import { useScopeText } from '../../../run/use-scope-text';

/** An entry in words: what was done, to whom or what, and how. */
export interface AuditWords {
  did: string;
  target?: string;
  to?: string;
  how: string;
}

/** What an entry may tell, depending on what was done. */
type Details = Partial<{
  scope: SyncScopeDto;
  reason: FailureReasonCode;
  nama: string;
  name: string;
  email: string;
  role: Role;
  password: string;
  force: boolean;
  apply: boolean;
  enabled: boolean;
  cron: string;
  token: string;
  cookie: string;
}>;

const DECISIONS = new Set<AuditAction>(['review_decided', 'run_reviewed']);

export function useAuditWords() {
  const { t, te } = useI18n();
  const reasonText = useReasonText();
  const scopeText = useScopeText();

  const roleText = (role: Role | undefined) => (role ? t(`pengaturan.roles.${role}`) : '');

  /** Which were set, and which were removed: an empty one is none. */
  const credentialsText = (details: Details) =>
    KREDENSIAL.filter((name) => details[name] !== undefined)
      .map((each) => {
        const name = t(`pengaturan.audit.credential.${each}`);
        return details[each] ? name : t('pengaturan.audit.credential.removed', { name });
      })
      .join(', ');

  function howOf(action: AuditAction, details: Details): string {
    switch (action) {
      case 'sync_started':
        return scopeText(details.scope ?? {});
      case 'sync_retried':
        return details.reason ? reasonText(details.reason, null) : '';
      case 'roster_synced':
        return details.force ? t('pengaturan.audit.forced') : '';
      case 'schedule_saved':
        return details.enabled ? (details.cron ?? '') : t('pengaturan.schedule.off');
      case 'connection_saved':
        return credentialsText(details);
      case 'user_created':
        return roleText(details.role);
      case 'user_updated':
        return [roleText(details.role), details.password && t('pengaturan.audit.newPassword')]
          .filter(Boolean)
          .join(', ');
      default:
        return '';
    }
  }

  function targetOf(
    { action, target }: AuditEntryDto,
    { nama, name, email }: Details,
  ): Omit<AuditWords, 'did' | 'how'> {
    if (action === 'siswa_synced' || action === 'review_decided') {
      return { target: nama ?? target ?? '', to: `/admin/siswa/${target}` };
    }
    if (action.startsWith('token_') || action.startsWith('webhook_'))
      return { target: `“${nama ?? name ?? target}”` };
    if (action.startsWith('penerima_')) return { target: nama ?? email ?? `#${target}` };
    if (action.startsWith('user_')) return { target: nama ?? `#${target}` };
    if ((action.startsWith('sync_') || action === 'run_reviewed') && target) {
      return { target: `#${target}`, to: `/admin/sync-pembayaran/runs/${target}` };
    }
    return {};
  }

  function didText(action: AuditAction, { apply }: Details): string {
    return DECISIONS.has(action) && apply !== undefined
      ? t(`pengaturan.audit.decided.${action}.${apply ? 'applied' : 'dropped'}`)
      : actionText(action);
  }

  /** An action that this page does not know yet still shows. */
  const actionText = (action: AuditAction) => {
    const key = `pengaturan.audit.did.${action}`;
    return te(key, 'id') ? t(key) : action;
  };

  function wordsOf(entry: AuditEntryDto): AuditWords {
    const details = (entry.details ?? {}) as Details;
    return {
      did: didText(entry.action, details),
      ...targetOf(entry, details),
      how: howOf(entry.action, details),
    };
  }

  return { wordsOf, actionText };
}
