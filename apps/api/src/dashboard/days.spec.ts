import { lastDays } from './days';

describe('the last days of a dashboard', () => {
  it('are those of the timezone, today last', () => {
    // 00:30 on the 22nd in Jakarta.
    const { dates, moments } = lastDays(3, 'Asia/Jakarta', new Date('2026-11-21T17:30:00Z'));
    expect(dates).toEqual(['2026-11-20', '2026-11-21', '2026-11-22']);
    expect(moments.map((each) => each.toISOString())).toEqual([
      '2026-11-19T17:00:00.000Z',
      '2026-11-20T17:00:00.000Z',
      '2026-11-21T17:00:00.000Z',
      '2026-11-22T17:00:00.000Z',
    ]);
  });

  it('change with the second of midnight', () => {
    const at = (time: string) => lastDays(1, 'Asia/Jayapura', new Date(time)).dates;
    expect(at('2026-11-21T14:59:59.999Z')).toEqual(['2026-11-21']);
    expect(at('2026-11-21T15:00:00.000Z')).toEqual(['2026-11-22']);
  });

  it('are whole days also where clocks are put back', () => {
    const { dates, moments } = lastDays(2, 'Europe/Amsterdam', new Date('2026-10-25T12:00:00Z'));
    expect(dates).toEqual(['2026-10-24', '2026-10-25']);
    expect(moments[2]!.getTime() - moments[1]!.getTime()).toBe(25 * 3_600_000);
  });

  it.each([1, 30, 366])('are as many as asked for: %d', (count) => {
    const { dates, moments } = lastDays(count, 'Asia/Jakarta', new Date('2026-11-22T05:00:00Z'));
    expect([dates.length, moments.length]).toEqual([count, count + 1]);
    expect(dates.at(-1)).toBe('2026-11-22');
  });
});
