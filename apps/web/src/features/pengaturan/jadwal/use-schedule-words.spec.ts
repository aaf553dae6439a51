import { expect, it } from 'vitest';
import { defineComponent } from 'vue';
import { mountApp } from '../../../../dev/mount-app';
import { useScheduleWords } from './use-schedule-words';

let words!: ReturnType<typeof useScheduleWords>;
mountApp(
  defineComponent(() => {
    words = useScheduleWords();
    return () => null;
  }),
);

it.each([
  ['30 4 * * *', 'Asia/Jakarta', 'Setiap hari 04.30 WIB'],
  ['0 21 * * 1-5', 'Asia/Makassar', 'Senin–Jumat 21.00 WITA'],
  ['0 5 * * 1,3', 'Asia/Jayapura', 'Senin, Rabu 05.00 WIT'],
  ['0 5 * * 0,6', 'Asia/Jakarta', 'Sabtu, Minggu 05.00 WIB'],
  ['0 5 * * 1,3,5', 'Asia/Jakarta', 'Senin, Rabu, Jumat 05.00 WIB'],
  ['0 3 1 * *', 'Asia/Jakarta', '0 3 1 * * (WIB)'],
])('%s in %s', (cron, timezone, said) => expect(words({ cron, timezone })).toBe(said));
