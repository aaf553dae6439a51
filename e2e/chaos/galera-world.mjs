/** The product on a Galera cluster, whose nodes it reaches by the one address of a proxy. */
import { Galera } from './galera.mjs';
import { isInStep } from './in-step.mjs';
import { OneWriter } from './one-writer.mjs';
import { startProduct, World } from './world.mjs';

export class GaleraWorld extends World {
  /** @type {Galera} */
  galera;
  /** @type {OneWriter} */
  proxy;

  /** @param {Galera} galera @param {OneWriter} proxy @param {ConstructorParameters<typeof World>} rest */
  constructor(galera, proxy, ...rest) {
    super(...rest);
    this.galera = galera;
    this.proxy = proxy;
  }

  /** @param {import('../support/mortal-stack.mjs').MortalStack} stack @param {import('./upstream.mjs').Upstream} upstream @override */
  static async start(stack, upstream) {
    const galera = await Galera.start(stack);
    const ports = galera.nodes.map(({ port }) => port);
    const { password } = galera;
    const proxy = new OneWriter(ports, (port) =>
      isInStep({ host: '127.0.0.1', port, user: 'bantubayar', password }),
    );
    await proxy.start();
    const databaseUrl = galera.urlAt(proxy.port);
    const product = await startProduct(stack, upstream, { databaseUrl });
    return new GaleraWorld(galera, proxy, stack, upstream, ...product);
  }

  /** The node to which everything is written just now. */
  get writer() {
    const node = this.galera.nodes.find(({ port }) => port === this.proxy.writer);
    return /** @type {import('./galera.mjs').Node} */ (node).name;
  }

  /** @override */
  async databaseAnswers() {
    return this.galera.allInStep();
  }
}
