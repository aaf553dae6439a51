/** How large the memory and the log of a private database are. */
import os from 'node:os';

export const SMALLEST_POOL_MB = 256;
const LARGEST_POOL_MB = 8192;
const SMALLEST_LOG_MB = 96;
/** What a server that was killed reads within seconds. */
const LARGEST_LOG_MB = 512;

/** A quarter of the memory that there is, here or in the container: the rest is for the product and the system. */
export function fittingPoolMb(bytes = availableBytes()) {
  const quarter = Math.floor(bytes / 4 / 1024 / 1024);
  return Math.min(Math.max(quarter, SMALLEST_POOL_MB), LARGEST_POOL_MB);
}

/**
 * What is changed is written into the log at once and into its place when the log comes round: the larger it is, the less often. Chosen
 * once, since another size wants room for both.
 * @param {number} poolMb @param {number} leftMb on the disk
 */
export function fittingLogMb(poolMb, leftMb) {
  const fitting = Math.floor(Math.min(poolMb / 8, leftMb / 20));
  return Math.min(Math.max(fitting, SMALLEST_LOG_MB), LARGEST_LOG_MB);
}

function availableBytes() {
  // Without a limit it is 0 or more than there is.
  const limit = process.constrainedMemory?.() ?? 0;
  return limit > 0 ? Math.min(limit, os.totalmem()) : os.totalmem();
}
