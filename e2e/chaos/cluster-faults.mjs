/** What is done to servers of which there are several. */
import { setTimeout as sleep } from 'node:timers/promises';
import { down } from './world.mjs';

/** @typedef {import('./world.mjs').World} World @typedef {import('./faults.mjs').Fault} Fault */

/** The cluster's node to which everything is written. @type {Fault['harm']} */
async function killWriter(world, random) {
  const { writer } = /** @type {import('./galera-world.mjs').GaleraWorld} */ (world);
  await world.kill(writer, 'SIGKILL', down(random));
}

/** The Redis that has the queue, as they say themselves. @param {World} world */
async function leaderOf(world) {
  return /** @type {import('./queue-world.mjs').QueueWorld} */ (world).servers.leader();
}

/** @type {Fault['harm']} */
async function killLeader(world, random) {
  await world.kill(await leaderOf(world), 'SIGKILL', down(random));
}

/** Until another one leads; when it wakes up it has nothing to say any more. @type {Fault['harm']} */
async function freezeLeader(world, random) {
  await world.freeze(await leaderOf(world), random.whole(4_000, 7_000));
}

/** Its network is gone for a while; the run does not wait for it. @type {Fault['harm']} */
async function cutOff(world, random) {
  const { host } = /** @type {import('./hosts-world.mjs').HostsWorld} */ (world);
  host.cut();
  return { settled: sleep(random.whole(8_000, 20_000)).then(() => host.mend()) };
}

/** @type {Fault[]} */
export const CLUSTER_FAULTS = [
  {
    name: 'sentinel',
    title: 'kill -9 of the Redis that leads',
    harm: killLeader,
    ...{ place: 'sentinels', rounds: 5 },
  },
  {
    name: 'sentinel-frozen',
    title: 'the Redis that leads sleeps',
    harm: freezeLeader,
    ...{ place: 'sentinels', rounds: 5 },
  },
  {
    name: 'redis-cluster',
    title: 'kill -9 of the Redis Cluster’s server with the queue',
    harm: killLeader,
    ...{ place: 'redis-cluster', rounds: 5 },
  },
  {
    name: 'host',
    title: 'the host of a worker is cut off',
    harm: cutOff,
    ...{ place: 'hosts', rounds: 5, workersLeft: 1, mayArriveLate: true },
  },
  {
    name: 'galera',
    title: 'kill -9 of the Galera node written to',
    harm: killWriter,
    ...{ place: 'galera', rounds: 5 },
  },
];
