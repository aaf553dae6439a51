/** A page that asks over one connection again and again; it shares the cores with what is measured, so it does no more than that. */
import net from 'node:net';

const END_OF_HEADERS = '\r\n\r\n';

export class OpenPage {
  /** @type {net.Socket | null} */
  socket = null;
  /** @type {Buffer} */
  seen = Buffer.alloc(0);
  /** @type {(error?: Error) => void} */
  settle = () => undefined;

  /** @param {string} url @param {string} path @param {string} cookie */
  constructor(url, path, cookie) {
    this.server = new URL(url);
    const lines = [`GET ${path} HTTP/1.1`, `Host: ${this.server.host}`, 'Accept: application/json'];
    this.request = Buffer.from([...lines, `Cookie: ${cookie}`].join('\r\n') + END_OF_HEADERS);
  }

  /** The milliseconds until the answer's last byte. @returns {Promise<number>} */
  async timeOfPoll() {
    const begun = performance.now();
    await new Promise((resolve, reject) => {
      this.settle = (error) => (error ? reject(error) : resolve(undefined));
      this.connection().write(this.request);
    });
    return performance.now() - begun;
  }

  close() {
    this.socket?.destroy();
  }

  /** The one that there is, or another where the server has closed it meanwhile. */
  connection() {
    if (this.socket?.writable) return this.socket;
    const { hostname, port } = this.server;
    this.seen = Buffer.alloc(0);
    this.socket = net.connect({ host: hostname, port: Number(port), noDelay: true });
    this.socket.on('data', (bytes) => this.read(bytes));
    this.socket.on('error', (error) => this.settle(error));
    return this.socket;
  }

  /** @param {Buffer} bytes */
  read(bytes) {
    this.seen = this.seen.length === 0 ? bytes : Buffer.concat([this.seen, bytes]);
    const end = this.seen.indexOf(END_OF_HEADERS);
    if (end < 0) return;
    const headers = this.seen.toString('latin1', 0, end);
    const [, length] = /^content-length: (\d+)\r?$/im.exec(headers) ?? [];
    if (!headers.startsWith('HTTP/1.1 200 ') || length === undefined)
      return this.settle(new Error(`a poll was answered with ${headers}`));
    if (this.seen.length < end + END_OF_HEADERS.length + Number(length)) return;
    this.seen = Buffer.alloc(0);
    this.settle();
  }
}
