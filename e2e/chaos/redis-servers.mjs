/** Redis servers of which there are several, as children that may die and come back. */
import fs from 'node:fs';
import { Redis } from 'ioredis';
import { find } from '../../tools/lib/programs.mjs';

const READY_WITHIN_MS = 30_000;

/** @typedef {{ name: string, port: number, password?: string }} Server */

/** @param {import('../support/mortal-stack.mjs').MortalStack} stack @param {Server} server @param {string[]} lines of its configuration @param {string[]} [more] */
export async function serveRedis(stack, server, lines, more = []) {
  const { name, port } = server;
  const folder = stack.data.path(name);
  fs.mkdirSync(folder);
  const config = [`port ${port}`, 'bind 127.0.0.1', `dir ${folder}`, ...lines, ''].join('\n');
  const child = stack.start({
    name,
    title: name,
    command: /** @type {string} */ (find('queue')),
    args: [stack.data.writeSecret(`${name}.conf`, config), ...more],
  });
  const answers = () => askServer(server, (redis) => redis.ping()).then(Boolean, () => false);
  await child.untilReady(answers, READY_WITHIN_MS);
}

/** Of data that live no longer than a round. @param {string} password */
export const dataLines = (password) => [
  ...['save ""', 'appendonly no', `requirepass ${password}`, `masterauth ${password}`],
];

/** @template T @param {Pick<Server, 'port' | 'password'>} server @param {(redis: Redis) => Promise<T>} what */
export async function askServer({ port, password }, what) {
  const redis = new Redis(port, '127.0.0.1', { password, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    return await what(redis);
  } finally {
    redis.disconnect();
  }
}
