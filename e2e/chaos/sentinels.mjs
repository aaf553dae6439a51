/** A Redis with a replica, and Sentinels who make that the leader when the first one dies; each may come back. */
import fs from 'node:fs';
import { Redis } from 'ioredis';
import { eventually, freePort } from '../../tools/lib/ports.mjs';
import { find } from '../../tools/lib/programs.mjs';

/** @typedef {import('../support/mortal-stack.mjs').MortalStack} MortalStack */

const NAME = 'sekolah';
const SENTINELS = 3;
const QUORUM = 2;
const DOWN_AFTER_MS = 1_000;
const READY_WITHIN_MS = 30_000;

export class Sentinels {
  /** The Redis servers' names by their ports. @type {Map<number, string>} */
  servers = new Map();
  /** @type {number[]} */
  watchers = [];

  /** @param {MortalStack} stack */
  constructor(stack) {
    this.stack = stack;
    this.password = stack.data.newPassword();
  }

  /** @param {MortalStack} stack */
  static async start(stack) {
    const all = new Sentinels(stack);
    const [leader, replica] = [await freePort(), await freePort()];
    const data = [
      ...['save ""', 'appendonly no', `requirepass ${all.password}`, `masterauth ${all.password}`],
    ];
    await all.serve('queue-1', leader, data);
    await all.serve('queue-2', replica, [...data, `replicaof 127.0.0.1 ${leader}`]);
    all.servers.set(leader, 'queue-1').set(replica, 'queue-2');
    for (let n = 1; n <= SENTINELS; n++) {
      const port = await freePort();
      const watching = [
        `sentinel monitor ${NAME} 127.0.0.1 ${leader} ${QUORUM}`,
        `sentinel auth-pass ${NAME} ${all.password}`,
        `sentinel down-after-milliseconds ${NAME} ${DOWN_AFTER_MS}`,
        `sentinel failover-timeout ${NAME} 5000`,
      ];
      await all.serve(`queue-sentinel-${n}`, port, watching, ['--sentinel']);
      all.watchers.push(port);
    }
    if (!(await eventually(() => all.agree(), READY_WITHIN_MS)))
      throw new Error('the Sentinels do not agree');
    return all;
  }

  get url() {
    const places = this.watchers.map((port) => `127.0.0.1:${port}`).join(',');
    return `redis+sentinel://:${this.password}@${places}/${NAME}`;
  }

  /** The name of who leads, as the Sentinels say. */
  async leader() {
    const [, port] = await this.ask('get-master-addr-by-name', NAME);
    return /** @type {string} */ (this.servers.get(Number(port)));
  }

  /** Whether the leader takes writes, and all know of each other: only then there can be another leader. */
  async agree() {
    try {
      const [, port] = await this.ask('get-master-addr-by-name', NAME);
      const [replicas, others] = [await this.ask('replicas', NAME), await this.ask('sentinels', NAME)];
      const followers = await this.with(Number(port), this.password, (redis) => redis.info('replication'));
      const isFollowed = followers.includes('role:master') && followers.includes('state=online');
      return replicas.length === 1 && others.length === SENTINELS - 1 && isFollowed;
    } catch {
      return false;
    }
  }

  /** @param {[string, ...string[]]} words @returns {Promise<any>} */
  ask(...words) {
    return this.with(/** @type {number} */ (this.watchers[0]), undefined, (redis) =>
      redis.call('SENTINEL', ...words),
    );
  }

  /** @template T @param {number} port @param {string | undefined} password @param {(redis: Redis) => Promise<T>} what */
  async with(port, password, what) {
    const redis = new Redis(port, '127.0.0.1', { password, retryStrategy: () => null });
    redis.on('error', () => undefined);
    try {
      return await what(redis);
    } finally {
      redis.disconnect();
    }
  }

  /** @param {string} name @param {number} port @param {string[]} lines @param {string[]} [more] */
  async serve(name, port, lines, more = []) {
    const { data } = this.stack;
    const folder = data.path(name);
    fs.mkdirSync(folder);
    const config = [`port ${port}`, 'bind 127.0.0.1', `dir ${folder}`, ...lines, ''].join('\n');
    const args = [data.writeSecret(`${name}.conf`, config), ...more];
    const child = this.stack.start({
      name,
      title: name,
      command: /** @type {string} */ (find('queue')),
      args,
    });
    const password = more.length > 0 ? undefined : this.password;
    const answers = () => this.with(port, password, (redis) => redis.ping()).then(Boolean, () => false);
    await child.untilReady(answers, READY_WITHIN_MS);
  }
}
