import { FAILURE_REASON_CODES, SYNC_OUTCOMES } from '@bantubayar/shared';
import { addressFilters, type FiltersOf, oneOf, text } from '../../../core/address-filters';

export const TABS = ['ringkasan', 'perubahan', 'siswa', 'teknis'] as const;
export const CHANGES = ['all', 'paid', 'turun', 'lain'] as const;

/** What the API is asked for by each choice; a drop may stand beside a payment. */
export const ASKED: Record<(typeof CHANGES)[number], { paid?: string; turun?: string }> = {
  all: {},
  paid: { paid: 'true' },
  turun: { turun: 'true' },
  lain: { paid: 'false', turun: 'false' },
};

/** What is shown of a run, and of whom; in the address, so that coming back from a student finds the same. */
export const runFilters = addressFilters(
  {
    tab: oneOf(...TABS),
    search: text,
    lembaga: text,
    kelas: text,
    changes: oneOf(...CHANGES),
    outcome: oneOf(...SYNC_OUTCOMES),
    reason: oneOf(...FAILURE_REASON_CODES),
  },
  { tab: 'ringkasan', changes: 'all' },
);
export type RunFilters = FiltersOf<typeof runFilters>;

/** What a student has to be for both lists. */
export function siswaAsked({ search, lembaga, kelas }: RunFilters) {
  return { search: search ?? undefined, lembaga: lembaga ?? undefined, kelas: kelas ?? undefined };
}
