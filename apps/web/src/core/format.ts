/** Numbers, money and times as a reader of one language expects them; no Vue in here. */
export function createFormat(locale: string) {
  const tag = locale === 'id' ? 'id-ID' : 'en-GB';
  const numbers = (options: Intl.NumberFormatOptions) => once(() => new Intl.NumberFormat(tag, options));
  const times = (options: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(tag, options));
  const integer = numbers({ maximumFractionDigits: 0 });
  const short = numbers({ notation: 'compact', maximumFractionDigits: 1 });
  const upToOneDecimal = numbers({ maximumFractionDigits: 1 });
  const oneDecimal = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const day = times(DAY);
  const dayOfMonth = times({ day: 'numeric', month: 'short' });
  const clock = times(CLOCK);
  const clockSeconds = times({ timeStyle: 'medium', hourCycle: 'h23' });
  const relativeTime = once(() => new Intl.RelativeTimeFormat(tag, { numeric: 'always' }));

  return {
    number: (value: number) => integer().format(value),
    decimal: (value: number) => oneDecimal().format(value),
    /** The space does not break, so that the sign stays with its amount. */
    rupiah: (value: number) => `${value < 0 ? '−' : ''}Rp\u00a0${integer().format(Math.abs(value))}`,
    /** For what came in or went out: `+Rp 1.250.000`, `−Rp 500.000`. */
    signed: (value: number) =>
      `${value > 0 ? '+' : value < 0 ? '−' : ''}Rp\u00a0${integer().format(Math.abs(value))}`,
    /** For the axis of a chart: `Rp 1,2 M`. */
    rupiahShort: (value: number) => `${value < 0 ? '−' : ''}Rp\u00a0${short().format(Math.abs(value))}`,
    /** For sentences: `43`, `43,2`. */
    percent: (value: number) => upToOneDecimal().format(value),
    /** For a figure that changes in place and must not jump: `43,0`, but `0` and `100`. */
    percentFixed: (value: number) =>
      value === 0 || value === 100 ? String(value) : oneDecimal().format(value),
    date: (value: string | number) => day().format(new Date(value)),
    /** A day of the school's; noon, for in no time zone of a browser it is another day. */
    day: (value: string) => day().format(noon(value)),
    dayOfMonth: (value: string) => dayOfMonth().format(noon(value)),
    dateTime: (value: string | number) =>
      `${day().format(new Date(value))}, ${clock().format(new Date(value))}`,
    /** At a place, whatever the browser's own zone is: `29 Nov 2026, 04.30 WIB`. */
    dateTimeIn(value: string | number, timeZone: string): string {
      const at = new Date(value);
      if (!isZone(timeZone)) return `${day().format(at)}, ${clock().format(at)}`;
      const date = new Intl.DateTimeFormat(tag, { ...DAY, timeZone }).format(at);
      const time = new Intl.DateTimeFormat(tag, { ...CLOCK, timeZone }).format(at);
      return `${date}, ${time} ${zoneName(timeZone, at)}`;
    },
    time: (value: string | number) => clock().format(new Date(value)),
    timeSeconds: (value: string | number) => clockSeconds().format(new Date(value)),
    /** `5 menit yang lalu`, or null for less than a minute. */
    relative(value: string | number, now: number): string | null {
      const seconds = Math.round((new Date(value).getTime() - now) / 1000);
      const [unit, size] = UNITS.find(([, unitSize]) => Math.abs(seconds) >= unitSize) ?? [];
      return unit && size ? relativeTime().format(Math.trunc(seconds / size), unit) : null;
    },
  };
}

/** They take some milliseconds each to make, and no page needs all of them. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** What a zone is called at a moment: WIB, WITA, WIT, else its distance; its own name where this browser does not know it. */
export function zoneName(timeZone: string, at = new Date()): string {
  if (!isZone(timeZone)) return timeZone;
  const parts = new Intl.DateTimeFormat('id-ID', { timeZone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

function isZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('id-ID', { timeZone }));
  } catch {
    return false;
  }
}

const noon = (value: string) => new Date(`${value}T12:00:00`);

export type Format = ReturnType<typeof createFormat>;

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** Seconds as hours, minutes and seconds, with the message key of the shape to show them in. */
export function splitDuration(totalSeconds: number): {
  shape: 's' | 'm' | 'h';
  h: number;
  m: number;
  s: number;
} {
  const whole = Math.max(0, Math.round(totalSeconds));
  const h = Math.floor(whole / 3600);
  const m = Math.floor((whole % 3600) / 60);
  return { shape: h > 0 ? 'h' : m > 0 ? 'm' : 's', h, m, s: whole % 60 };
}

/** The day that a text from the payment service begins with; null where it names none. */
export function dayOf(text: string | null): string | null {
  const [day] = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(text ?? '') ?? [];
  const noon = day && new Date(`${day}T12:00:00Z`);
  if (!noon || Number.isNaN(noon.getTime()) || !noon.toISOString().startsWith(day)) return null;
  return day;
}

/** `20252026` as `2025/2026`; anything else as it is. */
export function schoolYear(periode: string): string {
  return /^\d{8}$/.test(periode) ? `${periode.slice(0, 4)}/${periode.slice(4)}` : periode;
}
