/** The product with a queue of several servers, one of which leads. */
import { RedisCluster } from './redis-cluster.mjs';
import { Sentinels } from './sentinels.mjs';
import { startProduct, World } from './world.mjs';

/** @typedef {import('../support/mortal-stack.mjs').MortalStack} MortalStack @typedef {import('./upstream.mjs').Upstream} Upstream */

export class QueueWorld extends World {
  /** @type {Sentinels | RedisCluster} */
  servers;

  /** @param {Sentinels | RedisCluster} servers @param {ConstructorParameters<typeof World>} rest */
  constructor(servers, ...rest) {
    super(...rest);
    this.servers = servers;
  }

  /** @override */
  async queueAnswers() {
    return this.servers.agree();
  }
}

export const SentinelWorld = { start: worldOn((stack) => Sentinels.start(stack)) };
export const ClusterWorld = { start: worldOn((stack) => RedisCluster.start(stack)) };

/** @param {(stack: MortalStack) => Promise<Sentinels | RedisCluster>} begin */
function worldOn(begin) {
  return async (/** @type {MortalStack} */ stack, /** @type {Upstream} */ upstream) => {
    const servers = await begin(stack);
    const product = await startProduct(stack, upstream, { redisUrl: servers.url });
    return new QueueWorld(servers, stack, upstream, ...product);
  };
}
