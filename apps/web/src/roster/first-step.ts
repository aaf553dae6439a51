import type { RingkasanDto } from '@bantubayar/shared';

/** What a new school does first: it has no students yet, or none of them was ever fetched. */
export type FirstStep = 'roster' | 'run';

export function firstStepOf(
  sums: Pick<RingkasanDto, 'total' | 'belumSinkron'> | undefined,
): FirstStep | null {
  if (!sums) return null;
  if (sums.total === 0) return 'roster';
  return sums.belumSinkron === sums.total ? 'run' : null;
}
