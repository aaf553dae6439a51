/** After this many hours without a fetch a student's payments count as stale (usang). */
export const STALE_HOURS = 24;
