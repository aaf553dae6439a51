/** The product with a queue that Sentinels watch. */
import { Sentinels } from './sentinels.mjs';
import { startProduct, World } from './world.mjs';

export class SentinelWorld extends World {
  /** @type {Sentinels} */
  sentinels;

  /** @param {Sentinels} sentinels @param {ConstructorParameters<typeof World>} rest */
  constructor(sentinels, ...rest) {
    super(...rest);
    this.sentinels = sentinels;
  }

  /** @param {import('../support/mortal-stack.mjs').MortalStack} stack @param {import('./upstream.mjs').Upstream} upstream @override */
  static async start(stack, upstream) {
    const sentinels = await Sentinels.start(stack);
    const product = await startProduct(stack, upstream, { redisUrl: sentinels.url });
    return new SentinelWorld(sentinels, stack, upstream, ...product);
  }

  /** @override */
  async queueAnswers() {
    return this.sentinels.agree();
  }
}
