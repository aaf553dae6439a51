import type { Day } from '@bantubayar/shared';
import { schoolDay } from '../common/school-day';

/** A day, perhaps with a time of day behind it, perhaps with the distance to UTC of that. */
const DATE = /^([1-9]\d{3}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
const HOURS_ALONE = /[+-]\d\d$/;

/**
 * The day on which a bill falls due, of its `journal_date` as the service writes it. A time with its distance to UTC is a
 * moment, and counts for the school's day. Null where no day can be read.
 */
export function dueDay(written: unknown): Day | null {
  if (typeof written !== 'string') return null;
  const text = written.trim().toUpperCase();
  const [, date, distance] = DATE.exec(text) ?? [];
  if (!date || !isDay(date)) return null;
  if (!distance) return date;
  const moment = new Date(text.replace(' ', 'T') + (HOURS_ALONE.test(distance) ? ':00' : ''));
  return isNaN(moment.getTime()) ? null : schoolDay(moment);
}

/** 30 February is none. */
function isDay(date: string): boolean {
  const day = Number(date.slice(8));
  return day >= 1 && day <= daysOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

/** Of each month but February. */
const DAYS = [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** None of a month that there is not. */
function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return DAYS[month - 1] ?? 0;
}
