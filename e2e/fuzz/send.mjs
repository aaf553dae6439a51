/** Sends a request as it is, however odd, and waits for the whole answer. */
import http from 'node:http';

/** @typedef {{ method: string, path: string, headers: Record<string, string>, body: Buffer | null }} Sendable */
/** @typedef {{ status: number, headers: http.IncomingHttpHeaders, body: string, ms: number }} Answer */

const GIVE_UP_AFTER_MS = 15_000;
const KEPT = 20_000;

/** @param {http.Agent} agent @param {number} port @param {Sendable} request @returns {Promise<Answer>} */
export function send(agent, port, { method, path, headers, body }) {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const options = { agent, host: '127.0.0.1', port, method, path };
    const length = body ? { 'content-length': String(body.length) } : {};
    const request = http.request({ ...options, headers: { ...headers, ...length } }, (response) => {
      let text = '';
      response.setEncoding('latin1').on('data', (chunk) => {
        if (text.length < KEPT) text += chunk;
      });
      response.once('error', reject).once('end', () => {
        const { statusCode = 0, headers: got } = response;
        resolve({ status: statusCode, headers: got, body: text, ms: performance.now() - begun });
      });
    });
    request.setTimeout(GIVE_UP_AFTER_MS, () => request.destroy(new Error('no answer')));
    request.once('error', reject);
    request.end(body ?? undefined);
  });
}
