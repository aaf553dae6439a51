import type { RunResultDto } from '@bantubayar/shared';
import { useFormat } from '../core/use-format';

type Fell = Pick<RunResultDto, 'fellSiswa' | 'fellAmount'>;

/** What a run found to have been paid, and what to have fallen, in words. */
export function useRunMoney() {
  const { format, counted } = useFormat();

  const paid = ({ paidSiswa, paidAmount }: Pick<RunResultDto, 'paidSiswa' | 'paidAmount'>): string =>
    counted('run.money.paid', paidSiswa, { amount: format.value.rupiah(paidAmount) });

  /** Bills can be lowered without any payment having gone. */
  const fell = ({ fellSiswa, fellAmount }: Fell): string =>
    fellAmount > 0
      ? counted('run.money.fell', fellSiswa, { amount: format.value.signed(-fellAmount) })
      : counted('run.money.unbilled', fellSiswa);

  return { paid, fell };
}
