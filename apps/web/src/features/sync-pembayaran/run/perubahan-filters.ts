import { addressFilters, type FiltersOf, oneOf, text } from '../../../core/address-filters';

export const CHANGES = ['all', 'paid', 'turun', 'lain'] as const;

/** What the API is asked for by each choice; a drop may stand beside a payment. */
export const ASKED: Record<(typeof CHANGES)[number], { paid?: string; turun?: string }> = {
  all: {},
  paid: { paid: 'true' },
  turun: { turun: 'true' },
  lain: { paid: 'false', turun: 'false' },
};

/** Which changes of a run are shown; in the address, so that coming back from a student finds the same ones. */
export const perubahanFilters = addressFilters(
  { search: text, lembaga: text, kelas: text, changes: oneOf(...CHANGES) },
  { changes: 'all' },
);
export type PerubahanFilters = FiltersOf<typeof perubahanFilters>;
