/** Asks over connections that are kept; every answer but a good one is an error. */
import { once } from 'node:events';
import http from 'node:http';
import { text } from 'node:stream/consumers';

const PATIENCE_MS = 60_000;

export class HttpClient {
  /** @type {http.OutgoingHttpHeaders} */
  headers = { accept: 'application/json' };

  /** @param {string} url @param {number} connections */
  constructor(url, connections) {
    this.url = url;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The answer's text. @param {string} path */
  async get(path) {
    return text(await this.ask('GET', path));
  }

  /** The milliseconds until the answer's last byte. @param {string} path */
  async timeOf(path) {
    const begun = performance.now();
    const response = await this.ask('GET', path);
    await once(response.resume(), 'end');
    return performance.now() - begun;
  }

  /** @param {string} path @param {object} [body] @param {number} [patienceMs] @returns {Promise<any>} */
  async post(path, body = {}, patienceMs) {
    return JSON.parse(await text(await this.ask('POST', path, JSON.stringify(body), patienceMs)));
  }

  /** Keeps the cookie that comes with the answer. @param {string} path @param {object} body */
  async signIn(path, body) {
    const response = await this.ask('POST', path, JSON.stringify(body));
    await text(response);
    this.headers['cookie'] = response.headers['set-cookie']?.map((cookie) => cookie.split(';')[0]).join('; ');
  }

  /** @param {string} method @param {string} path @param {string} [body] @param {number} [patienceMs] @returns {Promise<http.IncomingMessage>} */
  ask(method, path, body, patienceMs = PATIENCE_MS) {
    return new Promise((resolve, reject) => {
      const json = body === undefined ? {} : { 'content-type': 'application/json' };
      const options = {
        method,
        agent: this.agent,
        headers: { ...this.headers, ...json },
        timeout: patienceMs,
      };
      const request = http.request(this.url + path, options, (response) => {
        const { statusCode = 0 } = response;
        if (statusCode >= 200 && statusCode < 300) return resolve(response);
        text(response).then(
          (answer) => reject(new Error(`${method} ${path} was answered with ${statusCode}: ${answer}`)),
          reject,
        );
      });
      request.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
        // The connection had been closed while it lay idle.
        if (request.reusedSocket && error.code === 'ECONNRESET')
          resolve(this.ask(method, path, body, patienceMs));
        else reject(error);
      });
      request.once('timeout', () => request.destroy(new Error(`${method} ${path}: no answer`)));
      request.end(body);
    });
  }
}
