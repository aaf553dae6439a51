/** A Redis with a replica, and Sentinels who make that the leader when the first one dies; each may come back. */
import { eventually, freePort } from '../../tools/lib/ports.mjs';
import { askServer, dataLines, serveRedis } from './redis-servers.mjs';

/** @typedef {import('../support/mortal-stack.mjs').MortalStack} MortalStack */

const NAME = 'sekolah';
const SENTINELS = 3;
const QUORUM = 2;
const DOWN_AFTER_MS = 1_000;
const AGREE_WITHIN_MS = 30_000;

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
    const { password } = all;
    const [leader, replica] = [await freePort(), await freePort()];
    await serveRedis(stack, { name: 'queue-1', port: leader, password }, dataLines(password));
    const follows = [...dataLines(password), `replicaof 127.0.0.1 ${leader}`];
    await serveRedis(stack, { name: 'queue-2', port: replica, password }, follows);
    all.servers.set(leader, 'queue-1').set(replica, 'queue-2');
    for (let n = 1; n <= SENTINELS; n++) {
      const port = await freePort();
      const watching = [
        `sentinel monitor ${NAME} 127.0.0.1 ${leader} ${QUORUM}`,
        `sentinel auth-pass ${NAME} ${password}`,
        `sentinel down-after-milliseconds ${NAME} ${DOWN_AFTER_MS}`,
        `sentinel failover-timeout ${NAME} 5000`,
      ];
      await serveRedis(stack, { name: `queue-sentinel-${n}`, port }, watching, ['--sentinel']);
      all.watchers.push(port);
    }
    if (!(await eventually(() => all.agree(), AGREE_WITHIN_MS)))
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
      const leader = { port: Number(port), password: this.password };
      const said = await askServer(leader, (redis) => redis.info('replication'));
      const isFollowed = said.includes('role:master') && said.includes('state=online');
      return replicas.length === 1 && others.length === SENTINELS - 1 && isFollowed;
    } catch {
      return false;
    }
  }

  /** @param {[string, ...string[]]} words @returns {Promise<any>} */
  ask(...words) {
    const port = /** @type {number} */ (this.watchers[0]);
    return askServer({ port }, (redis) => redis.call('SENTINEL', ...words));
  }
}
