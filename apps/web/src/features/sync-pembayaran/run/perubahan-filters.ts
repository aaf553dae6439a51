import { addressFilters, type FiltersOf, oneOf, text } from '../../../core/address-filters';

/** Which changes of a run are shown; in the address, so that coming back from a student finds the same ones. */
export const perubahanFilters = addressFilters(
  { search: text, lembaga: text, kelas: text, changes: oneOf('paid', 'all') },
  { changes: 'paid' },
);
export type PerubahanFilters = FiltersOf<typeof perubahanFilters>;
