import { Logger, type LoggerService } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { inTransaction } from '../src/database/transaction';
import { milestone, runPaused, runPrepared, runStarted } from '../src/sync-pembayaran/run/run-events';
import { RunEnder } from '../src/sync-pembayaran/run/run-ender';
import { freshDatabase } from './database';
import { storesOn } from './stores';

describe('the log of a process', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;
  let runId: string;
  const lines: unknown[][] = [];

  beforeAll(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
    runId = (await stores.runs.createActive({ scope: {}, startedBy: 'Uji' }))!.id;
    const note = (level: string) => (line: object, message: string) =>
      void lines.push([level, line, message]);
    Logger.overrideLogger({ log: note('info'), warn: note('warn'), error: note('error') } as LoggerService);
  });
  beforeEach(() => (lines.length = 0));
  afterAll(async () => {
    Logger.overrideLogger(false);
    await dataSource.destroy();
  });

  it('has one line for each move of a run, with its id, and none for its progress', async () => {
    await stores.events.add(runId, [
      runStarted('Uji'),
      milestone(10, 1, 10),
      runPaused('outage', 'HTTP 503'),
    ]);
    expect(lines).toEqual([
      ['info', { runId, event: 'run_started', by: 'Uji' }, 'run_started'],
      ['warn', { runId, event: 'run_paused', code: 'outage', reason: 'HTTP 503' }, 'run_paused'],
    ]);
  });

  it('tells of what was committed only, and then', async () => {
    const told = inTransaction(dataSource, async ({ manager }) => {
      await stores.events.add(runId, [runPrepared(3)], manager);
      expect(lines).toEqual([]);
      throw new Error('rolled back');
    });
    await expect(told).rejects.toThrow('rolled back');
    expect(lines).toEqual([]);
    await inTransaction(dataSource, async ({ manager }) => {
      await stores.events.add(runId, [runPrepared(4)], manager);
      expect(lines).toEqual([]);
    });
    expect(lines).toEqual([['info', { runId, event: 'run_prepared', total: 4 }, 'run_prepared']]);
  });

  it('tells of the end of a run that has nobody left', async () => {
    await stores.preparer.prepare((await stores.runs.find(runId))!);
    const ender = new RunEnder(stores.runs, stores.moves, stores.events);
    expect(await ender.endIfDone(runId)).toBe(true);
    expect(await ender.endIfDone(runId)).toBe(false);
    expect(lines.map(([level, , message]) => [level, message])).toEqual([
      ['info', 'run_prepared'],
      ['info', 'run_completed'],
    ]);
    expect((await stores.events.linesOf(runId)).at(-1)!.code).toBe('run_completed');
  });
});
