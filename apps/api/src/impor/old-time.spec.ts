import { momentOf } from './old-time';

describe('times of the former application', () => {
  it.each([
    ['2026-03-01 07:00:00', 'Asia/Jakarta', '2026-03-01T00:00:00.000Z'],
    ['2026-03-01 07:00:00.123', 'UTC', '2026-03-01T07:00:00.000Z'],
    ['2026-07-01 12:00:00', 'Europe/Berlin', '2026-07-01T10:00:00.000Z'],
    // The hour in which clocks go back.
    ['2026-10-25 04:00:00', 'Europe/Berlin', '2026-10-25T03:00:00.000Z'],
  ])('%s in %s is %s', (text, zone, moment) => {
    expect(momentOf(text, zone)?.toISOString()).toBe(moment);
  });

  it.each([null, '', '0000-00-00 00:00:00', 'kemarin', '2026-13-45 99:00:00'])('%s is none', (text) => {
    expect(momentOf(text, 'Asia/Jakarta')).toBeNull();
  });
});
