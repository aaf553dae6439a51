import type * as SchoolDay from './school-day';

/** The module in a school of that time zone. */
function inZone(zone: string): typeof SchoolDay {
  let module!: typeof SchoolDay;
  jest.isolateModules(() => {
    jest.doMock('../config/env', () => ({ env: { SCHOOL_TIMEZONE: zone } }));
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- it is loaded anew each time
    module = require('./school-day') as typeof SchoolDay;
  });
  return module;
}

describe('the school’s day', () => {
  const moment = new Date('2026-11-24T17:30:00Z');

  it.each([
    ['Asia/Jakarta', '2026-11-25', '2026-11-25 00:30', 420],
    ['Asia/Jayapura', '2026-11-25', '2026-11-25 02:30', 540],
    ['Asia/Kolkata', '2026-11-24', '2026-11-24 23:00', 330],
    ['America/St_Johns', '2026-11-24', '2026-11-24 14:00', -210],
    ['UTC', '2026-11-24', '2026-11-24 17:30', 0],
  ])('is that of its time zone (%s)', (zone, day, time, minutes) => {
    const { schoolDay, schoolTime, todaySql } = inZone(zone);
    expect([schoolDay(moment), schoolTime(moment)]).toEqual([day, time]);
    expect(todaySql(moment)).toBe(`DATE(UTC_TIMESTAMP(3) + INTERVAL ${minutes} MINUTE)`);
  });

  it.each([
    ['Asia/Jakarta', '2026-11-25', '2026-11-24T17:00:00.000Z'],
    ['America/St_Johns', '2026-11-25', '2026-11-25T03:30:00.000Z'],
    ['Europe/Amsterdam', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Amsterdam', '2026-03-30', '2026-03-29T22:00:00.000Z'],
  ])('begins at the midnight of its time zone (%s, %s)', (zone, day, moment) => {
    expect(inZone(zone).beginOf(day).toISOString()).toBe(moment);
  });

  it('is followed by the next', () => {
    const { dayAfter } = inZone('Asia/Jakarta');
    expect(['2026-02-28', '2028-02-28', '2026-12-31'].map(dayAfter)).toEqual([
      '2026-03-01',
      '2028-02-29',
      '2027-01-01',
    ]);
  });

  it('keeps summer time', () => {
    const { todaySql } = inZone('Europe/Amsterdam');
    expect(todaySql(new Date('2026-07-01T12:00:00Z'))).toContain('INTERVAL 120 MINUTE');
    expect(todaySql(new Date('2026-12-01T12:00:00Z'))).toContain('INTERVAL 60 MINUTE');
  });
});
