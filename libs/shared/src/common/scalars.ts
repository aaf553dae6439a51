/**
 * A moment, ISO 8601 in UTC.
 * @format date-time
 * @example "2026-11-22T07:05:00.000Z"
 */
export type Timestamp = string;

/**
 * A day.
 * @format date
 * @example "2026-11-22"
 */
export type Day = string;

/**
 * A positive whole number as a string of its digits, without leading zeros; at most 18446744073709551615.
 * @pattern ^[1-9]\d{0,19}$
 * @example "255001"
 */
export type Id = string;

/**
 * How many there are.
 * @asType integer
 * @minimum 0
 * @example 350
 */
export type Count = number;

/**
 * Whole rupiah.
 * @asType integer
 * @example 1250000
 */
export type Rupiah = number;

/**
 * A whole number.
 * @asType integer
 * @example 182
 */
export type Whole = number;
