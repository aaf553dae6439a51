/** What most schedules are: a time of day on some days of the week, 0 for Sunday. */
export interface DailyTime {
  time: string;
  days: number[];
}

/** From Monday, as the week is read here. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0];

const DAILY = /^(\d{1,2}) (\d{1,2}) \* \* (\*|[0-7](?:[,-][0-7])*)$/;
const two = (value: string | undefined) => String(value).padStart(2, '0');

/** The time and days that a cron line says; null where it says something else. */
export function readCron(cron: string): DailyTime | null {
  const [, minute, hour, days] = DAILY.exec(cron.trim().replace(/\s+/g, ' ')) ?? [];
  if (!days || Number(minute) > 59 || Number(hour) > 23) return null;
  return { time: `${two(hour)}:${two(minute)}`, days: days === '*' ? [...WEEK] : readDays(days) };
}

export function writeCron({ time, days }: DailyTime): string {
  const [hour, minute] = time.split(':').map(Number);
  const listed = days.length === WEEK.length ? '*' : [...days].sort().join(',');
  return `${minute} ${hour} * * ${listed}`;
}

/** `1-5,7` as its days; Sunday may be written 7. */
function readDays(list: string): number[] {
  const all = list.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => (from + step) % 7);
  });
  return WEEK.filter((day) => all.includes(day));
}
