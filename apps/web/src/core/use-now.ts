import { createSharedComposable, useIntervalFn, useTimestamp } from '@vueuse/core';

/** The time, one clock for the page, ticking every second while anybody looks. */
export const useNow = createSharedComposable(() =>
  useTimestamp({ scheduler: (tick) => useIntervalFn(tick, 1_000) }),
);
