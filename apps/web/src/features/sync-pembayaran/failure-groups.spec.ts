import type { SyncRunSiswaDto } from '@bantubayar/shared';
import { expect, it } from 'vitest';
import { groupFailures } from './failure-groups';

const row = (reason: SyncRunSiswaDto['reason'], message: string) => ({ reason, message }) as SyncRunSiswaDto;

it('groups by reason, the largest first, and knows who has to act', () => {
  const groups = groupFailures([
    row('not_found', 'Tidak dikenal'),
    row('timeout', 'Tidak menjawab dalam 30 detik'),
    row('timeout', 'Tidak menjawab dalam 30 detik'),
  ]);
  expect(groups).toEqual([
    { reason: 'timeout', message: 'Tidak menjawab dalam 30 detik', count: 2, needsYou: false },
    { reason: 'not_found', message: 'Tidak dikenal', count: 1, needsYou: true },
  ]);
});
