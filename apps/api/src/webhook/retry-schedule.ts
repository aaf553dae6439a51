import type { Claimed } from './delivery.repository';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

const PAUSES_MS = [
  ...[5 * SECOND_MS, 30 * SECOND_MS, 2 * MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 30 * MINUTE_MS],
  ...[HOUR_MS, 2 * HOUR_MS, 4 * HOUR_MS],
];
const GIVE_UP_AFTER_MS = 24 * HOUR_MS;
/** So that those who failed together do not all come back together. */
const JITTER = 0.1;

/** How long to wait after a try that failed: longer each time; null once it has been tried for a day. */
export function nextTryInMs(
  { attempts, triedForMs }: Pick<Claimed, 'attempts' | 'triedForMs'>,
  random = Math.random,
): number | null {
  const pause = PAUSES_MS[attempts - 1] ?? PAUSES_MS.at(-1)!;
  const inMs = Math.round(pause * (1 + JITTER * (2 * random() - 1)));
  return triedForMs + inMs > GIVE_UP_AFTER_MS ? null : inMs;
}
