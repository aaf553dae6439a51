import type { DataSourceOptions } from 'typeorm';
import { env } from '../config/env';
import * as entities from './entities';
import { migrations } from './migrations';

/**
 * How every process talks to MySQL or MariaDB. Large integers arrive as strings, so no digit of an idperson is lost;
 * times are UTC.
 */
export const databaseOptions = {
  type: 'mysql',
  url: env.DATABASE_URL.replace(/^mariadb:/, 'mysql:'),
  charset: 'utf8mb4',
  timezone: 'Z',
  supportBigNumbers: true,
  bigNumberStrings: true,
  connectTimeout: 5_000,
  entities: Object.values(entities),
  migrations,
  migrationsTransactionMode: 'each',
  synchronize: false,
  poolSize: 12,
  extra: { enableKeepAlive: true, maxIdle: 12, idleTimeout: 60_000, jsonStrings: true },
} satisfies DataSourceOptions;
