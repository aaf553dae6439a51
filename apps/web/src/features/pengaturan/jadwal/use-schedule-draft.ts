import type { SavedScheduleDto, ScheduleDto } from '@bantubayar/shared';
import { computed, ref, shallowRef } from 'vue';
import { readCron, WEEK, writeCron } from './schedule-cron';

const FALLBACK = { time: '02:00', days: WEEK };

/** Lines that say the same are written the same. */
function plainCron(cron: string): string {
  const daily = readCron(cron);
  return daily ? writeCron(daily) : cron;
}

/** A schedule while it is edited: by time and days, or by its cron line where it cannot be told that way. */
export function useScheduleDraft(saved: SavedScheduleDto) {
  const daily = readCron(saved.cron);
  const enabled = shallowRef(saved.enabled);
  const expert = shallowRef(daily === null);
  const time = shallowRef((daily ?? FALLBACK).time);
  const days = ref([...(daily ?? FALLBACK).days]);
  const line = shallowRef(saved.cron);
  const timezone = shallowRef(saved.timezone);
  const lembaga = shallowRef<string | null>(saved.scope?.lembaga ?? null);

  const cron = computed(() =>
    expert.value ? line.value.trim() : writeCron({ time: time.value, days: days.value }),
  );

  /** Whoever turns to the cron line begins with what was chosen, and back with what the line says. */
  function turn(on: boolean): void {
    if (on) line.value = cron.value;
    const read = readCron(line.value);
    if (!on && read) {
      time.value = read.time;
      days.value = read.days;
    }
    expert.value = on;
  }

  const draft = computed<ScheduleDto>(() => ({
    enabled: enabled.value,
    cron: cron.value,
    timezone: timezone.value.trim(),
    scope: scope(),
  }));

  /** A class belongs to its unit: with another unit it is left out. */
  function scope() {
    const { lembaga: before, kelas, ...rest } = saved.scope ?? {};
    if (!lembaga.value) return rest;
    return { ...rest, lembaga: lembaga.value, ...(kelas && before === lembaga.value && { kelas }) };
  }

  const complete = computed(() =>
    expert.value ? line.value.trim() !== '' : time.value !== '' && days.value.length > 0,
  );

  const differsFrom = (other: SavedScheduleDto): boolean =>
    enabled.value !== other.enabled ||
    plainCron(cron.value) !== plainCron(other.cron) ||
    draft.value.timezone !== other.timezone ||
    lembaga.value !== (other.scope?.lembaga ?? null);

  return { enabled, expert, time, days, line, timezone, lembaga, cron, draft, complete, turn, differsFrom };
}
