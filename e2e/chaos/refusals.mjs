/** Servers that are there and take no writes, for some seconds. */
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import mysql from 'mysql2/promise';

/** @typedef {import('./world.mjs').World} World @typedef {import('./random.mjs').Random} Random */

const CHUNK = Buffer.alloc(256 * 1024);

const forSeconds = (/** @type {Random} */ random) => sleep(random.whole(2_000, 6_000));

/** The database refuses every change. @type {import('./faults.mjs').Fault['harm']} */
export async function readOnly(world, random) {
  await asRoot(world, 'SET GLOBAL read_only = 1');
  await forSeconds(random);
  await asRoot(world, 'SET GLOBAL read_only = 0');
}

/** Redis has no memory left, and says so or throws away what it has. @param {string} policy @returns {import('./faults.mjs').Fault['harm']} */
export const outOfMemory = (policy) => async (world, random) => {
  const redis = new Redis(world.redisUrl);
  await redis.config('SET', 'maxmemory-policy', policy);
  await redis.config('SET', 'maxmemory', '1mb');
  await forSeconds(random);
  await redis.config('SET', 'maxmemory', '0');
  await redis.config('SET', 'maxmemory-policy', 'noeviction');
  redis.disconnect();
};

/** The disk under database, Redis and logs is full to the last byte. @type {import('./faults.mjs').Fault['harm']} */
export async function fullDisk(world, random) {
  const filler = world.stack.data.path('filler');
  fill(filler);
  await forSeconds(random);
  fs.rmSync(filler);
}

/** @param {string} file */
function fill(file) {
  const fd = fs.openSync(file, 'w');
  try {
    for (let size = CHUNK.length; size >= 1;) {
      try {
        fs.writeSync(fd, CHUNK, 0, size);
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOSPC') throw error;
        size = Math.floor(size / 2);
      }
    }
  } finally {
    fs.closeSync(fd);
  }
}

/** @param {World} world @param {string} statement */
async function asRoot({ stack: { data } }, statement) {
  const password = data.recall().database?.password;
  const root = await mysql.createConnection({
    socketPath: data.socket('database.sock'),
    user: 'root',
    password,
  });
  try {
    await root.query(statement);
  } finally {
    await root.end();
  }
}
