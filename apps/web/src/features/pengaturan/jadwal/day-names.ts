/** A Sunday, to name the days from. */
const SUNDAY = Date.UTC(2026, 0, 4);
const DAY_MS = 86_400_000;

/** What the days of the week are called, 0 for Sunday. */
export function dayNames(locale: string, weekday: 'short' | 'long'): (day: number) => string {
  const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
  return (day) => format.format(SUNDAY + day * DAY_MS);
}
