import { expect, it } from 'vitest';
import { readCron, WEEK, writeCron } from './schedule-cron';

it.each([
  ['0 2 * * *', { time: '02:00', days: WEEK }],
  ['30 21 * * 1-5', { time: '21:30', days: [1, 2, 3, 4, 5] }],
  ['5  0 * * 1,3,7', { time: '00:05', days: [1, 3, 0] }],
  ['*/5 * * * *', null],
  ['0 2 1 * *', null],
  ['61 2 * * *', null],
])('reads %s', (cron, daily) => expect(readCron(cron)).toEqual(daily));

it.each([
  [{ time: '02:00', days: WEEK }, '0 2 * * *'],
  [{ time: '21:30', days: [5, 0, 1] }, '30 21 * * 0,1,5'],
])('writes %j', (daily, cron) => expect(writeCron(daily)).toBe(cron));
