import type { SyncLogLineDto } from '@bantubayar/shared';
import { describe, expect, it } from 'vitest';
import { progressSample } from '../../../dev/progress-sample';
import { LOG_LIMIT, mergeProgress } from './run-state';

const line = (id: number): SyncLogLineDto => ({
  id,
  at: '2026-11-22T07:00:00Z',
  level: 'info',
  code: 'milestone',
  message: `${id}`,
  params: null,
});
const running = (processed: number, ids: number[] = []) =>
  progressSample({
    runId: '7',
    status: 'running',
    total: 100,
    processed,
    percent: processed,
    log: ids.map(line),
  });

describe('mergeProgress', () => {
  it('takes the first answer and another run as they are', () => {
    expect(mergeProgress(null, running(5))).toEqual(running(5));
    const other = { ...running(1, [9]), runId: '8' };
    expect(mergeProgress(running(50, [1, 2]), other)).toBe(other);
  });

  it('never goes back within a run', () => {
    const merged = mergeProgress(running(50, [1]), running(40, [1, 2]));
    expect(merged.processed).toBe(50);
    expect(merged.log.map(({ id }) => id)).toEqual([1, 2]);
  });

  it('does not wake an ended run', () => {
    const ended = { ...running(100), status: 'completed' as const };
    expect(mergeProgress(ended, running(100)).status).toBe('completed');
  });

  it('adds only new lines, and keeps the latest', () => {
    expect(mergeProgress(running(1, [1, 2]), running(2, [2, 3])).log.map(({ id }) => id)).toEqual([1, 2, 3]);
    const many = Array.from({ length: LOG_LIMIT }, (_, index) => index + 1);
    const { log } = mergeProgress(running(1, many), running(2, [LOG_LIMIT + 1]));
    expect([log.length, log[0]!.id, log.at(-1)!.id]).toEqual([LOG_LIMIT, 2, LOG_LIMIT + 1]);
  });

  it('keeps the list itself when nothing is new, so that nothing is drawn again', () => {
    const shown = running(1, [1]);
    expect(mergeProgress(shown, running(2)).log).toBe(shown.log);
  });
});
