/** Speaks to an API that may be away: then the answer is null. */
import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {import('@bantubayar/shared').SyncProgressDto} Progress */
/** @typedef {{ status: number, body: any }} Answer */

export const ADMIN = { email: 'admin@sekolah.test', password: 'kata-sandi-uji' };
const PATIENCE_MS = 8_000;
const AGAIN_AFTER_MS = 100;
const DEFINITE_WITHIN_MS = 60_000;
const SYNC = '/admin/sync-pembayaran';

export class Client {
  cookie = '';

  /** @param {string} url */
  constructor(url) {
    this.url = url;
  }

  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<Answer | null>} */
  async send(method, path, body, patienceMs = PATIENCE_MS) {
    try {
      const response = await fetch(this.url + path, {
        method,
        headers: { accept: 'application/json', 'content-type': 'application/json', cookie: this.cookie },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(patienceMs),
      });
      const [cookie] = response.headers.getSetCookie();
      if (cookie) this.cookie = cookie.split(';')[0] ?? '';
      return { status: response.status, body: await response.json() };
    } catch {
      return null;
    }
  }

  /** Asks until there is an answer of the API itself, not of its troubles. @param {string} path @param {object} [body] */
  async insist(path, body = {}) {
    const deadline = performance.now() + DEFINITE_WITHIN_MS;
    while (performance.now() < deadline) {
      const answer = await this.send('POST', path, body);
      if (answer && answer.status < 500) return answer;
      await sleep(AGAIN_AFTER_MS);
    }
    throw new Error(`POST ${path}: no definite answer within ${DEFINITE_WITHIN_MS / 1000} s`);
  }

  async login() {
    const { status } = await this.insist('/auth/login', ADMIN);
    if (status >= 300) throw new Error(`login was answered with ${status}`);
  }

  /** @param {object} body */
  start(body) {
    return this.insist(`${SYNC}/start`, body);
  }

  /** @param {'pause' | 'resume' | 'cancel'} verb */
  tell(verb) {
    return this.insist(`${SYNC}/${verb}`);
  }

  /** @param {number} patienceMs @returns {Promise<Progress | null>} */
  async progress(patienceMs) {
    const answer = await this.send('GET', `${SYNC}/progress`, undefined, patienceMs);
    return answer?.status === 200 ? answer.body : null;
  }
}
