import type { DataSourceOptions } from 'typeorm';
import { readDatabaseUrl } from '../config/addresses';
import { env } from '../config/env';
import { MigrationLog } from './migration-log';
import { migrations } from './migrations';
import { driver } from './session';

/** Of each connection, at most; each takes tens of kilobytes here, and more in the server, which has 16,382 for all. */
const PREPARED_STATEMENTS = 60;

const { user: username, ...address } = readDatabaseUrl(env.DATABASE_URL);

/**
 * How every process talks to MySQL or MariaDB. Large integers arrive as strings, so no digit of an idperson is lost;
 * times are UTC. The modules name their entities.
 */
export const databaseOptions = {
  type: 'mysql',
  ...address,
  username,
  driver,
  charset: 'utf8mb4',
  timezone: 'Z',
  supportBigNumbers: true,
  bigNumberStrings: true,
  connectTimeout: 5_000,
  migrations,
  migrationsTransactionMode: 'each',
  synchronize: false,
  logger: new MigrationLog(),
  poolSize: 12,
  extra: {
    enableKeepAlive: true,
    maxIdle: 12,
    idleTimeout: 60_000,
    jsonStrings: true,
    // TypeORM's errors say where they come from: the stack of each query need not be kept for that.
    trace: false,
    maxPreparedStatements: PREPARED_STATEMENTS,
  },
} satisfies DataSourceOptions;
