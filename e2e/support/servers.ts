import { createConnection } from 'mysql2/promise';
import Redis from 'ioredis';

/** The highest of a Redis as it comes; jest's workers count down from it, those of the unit tests up from 1. */
const LAST_REDIS_NUMBER = 15;

/** An empty database of its own for a test file, and its worker's Redis number, emptied, on the servers of the environment. */
export async function freshServers(name: string): Promise<{ DATABASE_URL: string; REDIS_URL: string }> {
  const { DATABASE_URL, REDIS_URL } = process.env;
  if (!DATABASE_URL || !REDIS_URL) throw new Error('DATABASE_URL and REDIS_URL must name servers for tests');
  const database = new URL(DATABASE_URL);
  database.pathname = '/';
  const server = await createConnection({ uri: database.href });
  await server.query(`DROP DATABASE IF EXISTS \`bantubayar_${name}\``);
  await server.query(`CREATE DATABASE \`bantubayar_${name}\` CHARACTER SET utf8mb4`);
  await server.end();
  database.pathname = `/bantubayar_${name}`;
  const redis = new URL(REDIS_URL);
  redis.pathname = `/${LAST_REDIS_NUMBER - Number(process.env['JEST_WORKER_ID'])}`;
  const queue = new Redis(redis.href);
  await queue.flushdb();
  queue.disconnect();
  return { DATABASE_URL: database.href, REDIS_URL: redis.href };
}
