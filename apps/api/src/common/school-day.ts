import type { Day } from '@bantubayar/shared';
import { env } from '../config/env';

const zone = { timeZone: env.SCHOOL_TIMEZONE };
const day = new Intl.DateTimeFormat('sv-SE', zone);
const time = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'short' });
const offset = new Intl.DateTimeFormat('en', { ...zone, timeZoneName: 'longOffset' });

/** The school's day of a moment. */
export function schoolDay(moment: Date): Day {
  return day.format(moment);
}

/** The moment at which a day of the school begins. */
export function beginOf(day: Day): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const near = midnight - minutesAhead(new Date(midnight)) * 60_000;
  // Where clocks change on that very day, the distance to UTC is that of its beginning.
  return new Date(midnight - minutesAhead(new Date(near)) * 60_000);
}

/** The day after. */
export function dayAfter(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** A moment as the school's clock shows it: 2026-11-25 14:05. */
export function schoolTime(moment: Date): string {
  return time.format(moment);
}

/**
 * The school's day of the database's clock, as SQL. Servers seldom know the names of time zones, so it is the distance to
 * UTC that goes into it.
 */
export function todaySql(now = new Date()): string {
  return `DATE(UTC_TIMESTAMP(3) + INTERVAL ${minutesAhead(now)} MINUTE)`;
}

function minutesAhead(now: Date): number {
  const name = offset.formatToParts(now).find(({ type }) => type === 'timeZoneName')!.value;
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name)!;
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
