import type { ScheduleDto } from '@bantubayar/shared';
import { useI18n } from 'vue-i18n';
import { zoneName } from '../../../core/format';
import { dayNames } from './day-names';
import { readCron, WEEK } from './schedule-cron';

/** When a schedule runs, in words: `Setiap hari 04.30 WIB`. */
export function useScheduleWords() {
  const { t, locale } = useI18n();

  function daysText(days: number[]): string {
    const nameOf = dayNames(locale.value, 'long');
    if (days.length === WEEK.length) return t('pengaturan.schedule.daily');
    const places = days.map((day) => WEEK.indexOf(day));
    const unbroken = places.at(-1)! - places[0]! === days.length - 1;
    if (days.length > 2 && unbroken) return `${nameOf(days[0]!)}–${nameOf(days.at(-1)!)}`;
    return days.map(nameOf).join(', ');
  }

  return ({ cron, timezone }: Pick<ScheduleDto, 'cron' | 'timezone'>): string => {
    const daily = readCron(cron);
    if (!daily) return `${cron} (${zoneName(timezone)})`;
    const time = locale.value === 'id' ? daily.time.replace(':', '.') : daily.time;
    return `${daysText(daily.days)} ${time} ${zoneName(timezone)}`;
  };
}
