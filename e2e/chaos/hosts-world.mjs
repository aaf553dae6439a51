/** The product on two hosts: one worker has a network of its own, which can be cut off. */
import { Host } from './host.mjs';
import { startProduct, World, WORKERS } from './world.mjs';

export const REMOTE = /** @type {string} */ (WORKERS[1]);

export class HostsWorld extends World {
  /** @type {Host} */
  host;

  /** @param {Host} host @param {ConstructorParameters<typeof World>} rest */
  constructor(host, ...rest) {
    super(...rest);
    this.host = host;
  }

  /** @param {import('../support/mortal-stack.mjs').MortalStack} stack @param {import('./upstream.mjs').Upstream} upstream @override */
  static async start(stack, upstream) {
    const product = await startProduct(stack, upstream);
    const [, ...servers] = product;
    const host = Host.start([...servers, upstream.url].map((url) => Number(new URL(url).port)));
    const world = new HostsWorld(host, stack, upstream, ...product);
    await world.moveThere(REMOTE);
    return world;
  }

  /** @param {string} name */
  async moveThere(name) {
    const { spec } = this.stack.child(name);
    const [command, ...words] = this.host.runThere;
    const env = { ...spec.env };
    for (const variable of ['DATABASE_URL', 'REDIS_URL', 'PAYMENT_API_URL'])
      env[variable] = env[variable]?.replace('127.0.0.1', this.host.here);
    Object.assign(spec, { command, args: [...words, spec.command, ...spec.args], env });
    await this.kill(name, 'SIGTERM', 0);
    await this.back();
  }
}
