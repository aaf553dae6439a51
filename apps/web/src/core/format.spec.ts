import { describe, expect, it } from 'vitest';
import { createFormat, dayOf, schoolYear, splitDuration, zoneName } from './format';

const id = createFormat('id');
const en = createFormat('en');
const NBSP = '\u00a0';

describe('format', () => {
  it('writes rupiah', () => {
    expect(id.rupiah(1_250_000)).toBe(`Rp${NBSP}1.250.000`);
    expect(en.rupiah(1_250_000)).toBe(`Rp${NBSP}1,250,000`);
    expect(id.rupiah(-25_000)).toBe(`−Rp${NBSP}25.000`);
    expect([1_000, -1_000, 0].map(id.signed)).toEqual([`+Rp${NBSP}1.000`, `−Rp${NBSP}1.000`, `Rp${NBSP}0`]);
  });

  it('writes dates and times', () => {
    const at = new Date(2026, 10, 22, 14, 5, 9).getTime();
    expect(id.dateTime(at)).toBe('22 Nov 2026, 14.05');
    expect(en.dateTime(at)).toBe('22 Nov 2026, 14:05');
    expect(id.timeSeconds(at)).toBe('14.05.09');
    expect([id.day('2026-11-22'), id.dayOfMonth('2026-11-22')]).toEqual(['22 Nov 2026', '22 Nov']);
  });

  it('writes per cent, fixed where it changes in place', () => {
    expect([0, 43, 43.2, 100].map(id.percent)).toEqual(['0', '43', '43,2', '100']);
    expect([0, 43, 43.2, 100].map(id.percentFixed)).toEqual(['0', '43,0', '43,2', '100']);
  });

  it('tells how long ago, from a minute on', () => {
    const now = Date.UTC(2026, 10, 22);
    expect(id.relative(now - 20_000, now)).toBeNull();
    expect(id.relative(now - 5 * 60_000, now)).toBe('5 menit yang lalu');
    expect(en.relative(now - 2 * 86_400_000, now)).toBe('2 days ago');
  });
});

describe('dayOf', () => {
  it.each(['2025-07-10', '2025-07-10T00:00:00Z', '2025-07-10 08:00'])('reads %s', (text) => {
    expect(id.day(dayOf(text)!)).toBe('10 Jul 2025');
  });

  it.each([
    '10/07/2025',
    '2025-02-30',
    '2025-13-01',
    '2025-7-1',
    '20250710',
    '2025-07-101',
    'Juli',
    '',
    null,
  ])('takes %s for no day', (text) => {
    expect(dayOf(text)).toBeNull();
  });
});

describe('splitDuration', () => {
  it('chooses the shape by size', () => {
    expect(splitDuration(42.4)).toMatchObject({ shape: 's', s: 42 });
    expect(splitDuration(125)).toMatchObject({ shape: 'm', m: 2, s: 5 });
    expect(splitDuration(7_260)).toMatchObject({ shape: 'h', h: 2, m: 1 });
    expect(splitDuration(-3)).toMatchObject({ shape: 's', s: 0 });
  });
});

it('writes a school year', () => {
  expect(schoolYear('20252026')).toBe('2025/2026');
  expect(schoolYear('Ganjil')).toBe('Ganjil');
});

it('tells a time at its place, whatever the browser’s own zone is', () => {
  const at = '2026-11-28T21:30:00Z';
  expect(id.dateTimeIn(at, 'Asia/Jakarta')).toBe('29 Nov 2026, 04.30 WIB');
  expect(id.dateTimeIn(at, 'Asia/Makassar')).toBe('29 Nov 2026, 05.30 WITA');
  expect(id.dateTimeIn(at, 'Asia/Jayapura')).toBe('29 Nov 2026, 06.30 WIT');
  expect(zoneName('Bukan/Zona')).toBe('Bukan/Zona');
  expect(id.dateTimeIn(at, 'Bukan/Zona')).toMatch(/^2\d Nov 2026, \d\d\.\d\d$/);
});
