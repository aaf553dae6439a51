import type { SyncRunDto } from '@bantubayar/shared';
import { useFormat } from '../../core/use-format';

/** How many students of a run paid, and how much, in words. */
export function usePaidText() {
  const { format, counted } = useFormat();
  return ({ paidSiswa, paidAmount }: SyncRunDto, key = 'sync.paid.summary'): string =>
    counted(key, paidSiswa, { amount: format.value.rupiah(paidAmount) });
}
