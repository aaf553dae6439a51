import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { StartError } from '../config/start-error';
import { explain } from './connect-trouble';
import { migrate } from './migrate';
import { checkServer } from './server-checks';

const GIVE_UP_AFTER_MS = 60_000;
const AGAIN_AFTER_MS = 1_000;
const REMIND_EVERY_MS = 10_000;

const logger = new Logger('Database');

/**
 * A connected, checked and migrated database. What only a person can mend ends the start at once; a server that is not
 * there yet is waited for, and said so from the beginning.
 */
export async function connectDatabase(options: DataSourceOptions): Promise<DataSource> {
  const begun = performance.now();
  let toldAt = -Infinity;
  for (;;) {
    try {
      return await connectOnce(options);
    } catch (error) {
      if (error instanceof StartError) throw error;
      const { words, mayPass } = explain(error, options);
      const now = performance.now();
      if (!mayPass || now - begun > GIVE_UP_AFTER_MS) throw new StartError(words, { cause: error });
      if (now - toldAt >= REMIND_EVERY_MS) {
        toldAt = now;
        logger.warn(`${words} Trying again for ${Math.ceil((GIVE_UP_AFTER_MS - now + begun) / 1000)} s.`);
      }
      await sleep(AGAIN_AFTER_MS);
    }
  }
}

async function connectOnce(options: DataSourceOptions): Promise<DataSource> {
  const dataSource = new DataSource(options);
  try {
    await dataSource.initialize();
    await checkServer(dataSource);
    await migrate(dataSource);
    return dataSource;
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy().catch(() => undefined);
    throw error;
  }
}
