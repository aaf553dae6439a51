/** A Redis Cluster of three leaders, each with a follower that takes its place when it dies; each may come back. */
import { eventually, freePort, listenTrouble } from '../../tools/lib/ports.mjs';
import { askServer, dataLines, serveRedis } from './redis-servers.mjs';

/** @typedef {import('./redis-servers.mjs').Server} Server */

const LEADERS = 3;
const SLOTS = 16_384;
const HIGHEST = 32_000;
const DOWN_AFTER_MS = 1_500;
const AGREE_WITHIN_MS = 30_000;
/** What all keys of the queue have in common. */
const QUEUE = '{bantubayar}';

export class RedisCluster {
  /** @param {Server[]} servers @param {string} password */
  constructor(servers, password) {
    this.servers = servers;
    this.password = password;
  }

  /** @param {import('../support/mortal-stack.mjs').MortalStack} stack */
  static async start(stack) {
    const password = stack.data.newPassword();
    const servers = [];
    for (let n = 1; n <= 2 * LEADERS; n++) {
      const server = { name: `queue-${n}`, port: await portForTwo(), password };
      const lines = ['cluster-enabled yes', `cluster-node-timeout ${DOWN_AFTER_MS}`];
      await serveRedis(stack, server, [...dataLines(password), ...lines]);
      servers.push(server);
    }
    const cluster = new RedisCluster(servers, password);
    await cluster.begin();
    return cluster;
  }

  async begin() {
    const [first] = /** @type {[Server, ...Server[]]} */ (this.servers);
    for (const [n, server] of this.servers.entries()) {
      await askServer(server, (redis) => redis.cluster('MEET', '127.0.0.1', first.port));
      if (n < LEADERS) await askServer(server, (redis) => redis.cluster('ADDSLOTS', ...slotsOf(n)));
    }
    const leaders = this.servers.slice(0, LEADERS);
    const ids = await Promise.all(leaders.map((each) => askServer(each, (redis) => redis.cluster('MYID'))));
    for (const [n, server] of this.servers.slice(LEADERS).entries()) {
      const follows = () =>
        askServer(server, (redis) => redis.cluster('REPLICATE', /** @type {string} */ (ids[n]))).then(
          Boolean,
          () => false,
        );
      // It has to hear of its leader first.
      await agreed(follows);
    }
    await agreed(() => this.agree());
  }

  get url() {
    const places = this.servers.map(({ port }) => `127.0.0.1:${port}`).join(',');
    return `redis+cluster://:${this.password}@${places}`;
  }

  /** The name of the server that has the queue. */
  async leader() {
    for (const server of this.servers) {
      const port = await askServer(server, ownerOf).catch(() => null);
      const found = this.servers.find((each) => each.port === port);
      if (found) return found.name;
    }
    throw new Error('no server knows who has the queue');
  }

  /** Whether each says that all slots are served, and each follower has its leader's data. */
  async agree() {
    const states = await Promise.all(
      this.servers.map(async (server) => {
        const said = await askServer(server, (redis) =>
          Promise.all([redis.cluster('INFO'), redis.info('replication')]),
        );
        const [cluster, replication] = /** @type {[string, string]} */ (said);
        const isFine = cluster.includes('cluster_state:ok') && cluster.includes('cluster_known_nodes:6');
        const isLeader = replication.includes('role:master') && replication.includes('state=online');
        const isFollower = replication.includes('master_link_status:up');
        return isFine ? { isLeader, isFollower } : {};
      }),
    ).catch(() => []);
    const leaders = states.filter(({ isLeader }) => isLeader).length;
    return leaders === LEADERS && states.filter(({ isFollower }) => isFollower).length === LEADERS;
  }
}

/** They talk to each other 10,000 higher, which has to be below the ports that the kernel gives to connections. */
async function portForTwo() {
  for (;;) {
    const port = await freePort();
    const above = port + 10_000;
    if (above < HIGHEST && (await listenTrouble(above, '127.0.0.1')) === null) return port;
  }
}

/** @param {number} n */
function slotsOf(n) {
  const from = Math.floor((n * SLOTS) / LEADERS);
  const to = Math.floor(((n + 1) * SLOTS) / LEADERS);
  return Array.from({ length: to - from }, (_, slot) => from + slot);
}

/** The port of who has the queue's slot. @param {import('ioredis').Redis} redis @returns {Promise<number | null>} */
async function ownerOf(redis) {
  const slot = await redis.cluster('KEYSLOT', QUEUE);
  const ranges = await redis.cluster('SLOTS');
  const owner = ranges.find(([from, to]) => from <= slot && slot <= to)?.[2];
  return owner ? owner[1] : null;
}

/** @param {() => Promise<boolean>} question */
async function agreed(question) {
  if (!(await eventually(question, AGREE_WITHIN_MS))) throw new Error('the Redis servers do not agree');
}
