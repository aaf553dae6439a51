import { FAILURE_REASONS, type FailureReasonCode, failureMessage } from '@bantubayar/shared';
import { useI18n } from 'vue-i18n';

/** Why a student did not work out: the API's own sentence in Indonesian, the reason put into words in other languages. */
export function useReasonText() {
  const { t, te } = useI18n();

  return (reason: FailureReasonCode | null, message: string | null): string => {
    if (te(`reason.${reason}`)) return t(`reason.${reason}`);
    return message || (reason && reason in FAILURE_REASONS ? failureMessage(reason) : '');
  };
}
