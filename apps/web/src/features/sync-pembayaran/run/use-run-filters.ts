import { useAddressFilters } from '../../../core/use-address-filters';
import { runFilters } from './run-filters';

/** What the page of a run is asked to show; one for all its tabs, so that a search stays from one to the next. */
export const useRunFilters = () => useAddressFilters(runFilters);

export type RunFiltering = ReturnType<typeof useRunFilters>;
