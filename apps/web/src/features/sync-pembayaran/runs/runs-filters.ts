import { RUN_STATUSES } from '@bantubayar/shared';
import { addressFilters, day, type FiltersOf, oneOf, text } from '../../../core/address-filters';

/** Which runs are listed; in the address, so that coming back from one finds the same list. */
export const runsFilters = addressFilters(
  { status: oneOf(...RUN_STATUSES), startedBy: text, from: day, to: day },
  {},
);
export type RunsFilters = FiltersOf<typeof runsFilters>;
