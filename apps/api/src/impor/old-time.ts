const ZERO = /^0000-00-00/;
const FORM = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/;

/** The moment that a wall clock of the old application showed; null where it has none, or the zero date. */
export function momentOf(text: string | null, timeZone: string): Date | null {
  const [, day, time] = (text !== null && !ZERO.test(text) && FORM.exec(text)) || [];
  const asUtc = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(asUtc)) return null;
  const near = asUtc - aheadMs(asUtc, timeZone);
  return new Date(asUtc - aheadMs(near, timeZone));
}

/** How far a zone's clock is ahead of UTC at a moment. */
function aheadMs(moment: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(moment);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - moment;
}
