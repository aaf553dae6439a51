import { Cron } from 'croner';

const DAY_MS = 86_400_000;

/** The last `count` days in a timezone, today included: their dates, and the moments they begin and, last, end. */
export function lastDays(count: number, timezone: string, now: Date): { dates: string[]; moments: Date[] } {
  const midnight = new Cron('0 0 * * *', { timezone, paused: true });
  const midnights = midnight.nextRuns(count + 3, new Date(now.getTime() - (count + 1) * DAY_MS));
  const next = midnights.findIndex((each) => each > now);
  const moments = midnights.slice(next - count, next + 1);
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone });
  return { dates: moments.slice(0, -1).map((each) => date.format(each)), moments };
}
