/** The part of HAProxy before a cluster: one address that leads to one node, and to another when that one fails. */
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../tools/lib/ports.mjs';

const LOOKED_AT_EVERY_MS = 250;

export class OneWriter {
  port = 0;
  now = 0;
  /** @type {Set<net.Socket>} */
  open = new Set();

  /** @param {number[]} ports @param {(port: number) => Promise<boolean>} isWell */
  constructor(ports, isWell) {
    this.ports = ports;
    this.isWell = isWell;
  }

  /** Ends with this process. */
  async start() {
    this.port = await freePort();
    net
      .createServer((client) => this.lead(client))
      .listen(this.port, '127.0.0.1')
      .unref();
    void this.watch();
  }

  get writer() {
    return /** @type {number} */ (this.ports[this.now]);
  }

  /** @param {net.Socket} client */
  lead(client) {
    const node = net.connect(this.writer, '127.0.0.1');
    const pair = [client, node];
    for (const socket of pair) {
      this.open.add(socket);
      socket.once('close', () => {
        for (const each of pair) each.destroy();
        this.open.delete(socket);
      });
      socket.on('error', () => socket.destroy());
    }
    client.pipe(node).pipe(client);
  }

  async watch() {
    for (;;) {
      if (!(await this.isWell(this.writer))) await this.moveOn();
      await sleep(LOOKED_AT_EVERY_MS, undefined, { ref: false });
    }
  }

  /** Nobody goes on with one that has failed, also where it only sleeps. */
  async moveOn() {
    const well = await Promise.all(this.ports.map((port) => this.isWell(port)));
    if (well.includes(true)) this.now = well.indexOf(true);
    for (const socket of this.open) socket.destroy();
  }
}
