import type { FailureReasonCode } from '@bantubayar/shared';
import { useServerText } from '../core/use-error-text';

/** Why a student did not work out, in words. */
export function useReasonText() {
  const serverText = useServerText();

  return (reason: FailureReasonCode | null, message: string | null): string =>
    serverText(`reason.${reason}`, message);
}
