/** The product that is fuzzed, on servers of its own: sends requests as they are, and keeps its callers signed in. */
import http from 'node:http';
import { BUILT, startApplication, startSimulator } from '../../tools/lib/applications.mjs';
import { freePort } from '../../tools/lib/ports.mjs';
import { startServices } from '../../tools/lib/services.mjs';
import { ADMIN } from '../chaos/client.mjs';

/** @typedef {import('./requests.mjs').FuzzRequest} FuzzRequest @typedef {import('./requests.mjs').Who} Who */
/** @typedef {{ status: number, headers: http.IncomingHttpHeaders, body: string, ms: number }} Answer */

const GIVE_UP_AFTER_MS = 15_000;
const KEPT = 20_000;
const READER = { email: 'pembaca@sekolah.test', password: 'kata-sandi-pembaca-7' };
const GUEST = { email: 'tamu@sekolah.test', password: 'kata-sandi-tamu-yang-7' };

export class Target {
  agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  /** @type {Partial<Record<Who, Record<string, string>>>} */
  credentials = {};
  logins = 0;

  /** @param {import('../chaos/mortal-stack.mjs').MortalStack} stack @param {number} port */
  constructor(stack, port) {
    this.stack = stack;
    this.port = port;
  }

  /** @param {import('../chaos/mortal-stack.mjs').MortalStack} stack @param {number} students */
  static async start(stack, students) {
    const simulator = { port: 0, students, latencyMs: 5, seed: 1, token: null };
    const { env } = await startSimulator(stack, /** @type {any} */ ({ simulator }), BUILT);
    const services = await startServices(stack, { databaseUrl: null, redisUrl: null });
    const port = await freePort();
    const settings = { port, host: '127.0.0.1', workers: 1 };
    await startApplication(stack, /** @type {any} */ (settings), {
      ...{ ...services, mode: BUILT, onFirstAdmin: () => undefined },
      upstream: {
        ...{ ...env, LOG_LEVEL: 'warn', TRUST_PROXY: '1', SYNC_TIMEOUT_MS: '2000', SYNC_TRIES: '2' },
        ...{ ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password },
      },
    });
    const target = new Target(stack, port);
    await target.prepare();
    return target;
  }

  /** People and tokens to send requests as. */
  async prepare() {
    await this.signIn('admin');
    for (const [person, role] of [
      [READER, 'pemantau'],
      [GUEST, 'petugas'],
    ])
      await this.asAdmin('POST', '/auth/users', { ...Object(person), nama: 'Orang Uji', role });
    await this.signIn('reader');
    await this.signIn('guest');
    const scopes = ['sync:read', 'sync:write', 'siswa:read'];
    const { body } = await this.asAdmin('POST', '/auth/tokens', { name: 'fuzz', scopes });
    this.credentials.token = { authorization: `Bearer ${JSON.parse(body).token}` };
  }

  /** @param {'admin' | 'reader' | 'guest'} who */
  async signIn(who) {
    const person = { admin: ADMIN, reader: READER, guest: GUEST }[who];
    // From an address of its own, since guesses from the others may have used theirs up.
    const address = `10.1.${this.logins >> 8}.${this.logins++ & 255}`;
    const answer = await this.json('POST', '/auth/login', person, { 'x-forwarded-for': address });
    const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0];
    if (cookie) this.credentials[who] = { cookie };
    return Boolean(cookie);
  }

  /** @param {string} method @param {string} path @param {object} [body] */
  async asAdmin(method, path, body) {
    const answer = await this.json(method, path, body, this.credentials.admin);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return answer;
  }

  /** @param {string} method @param {string} path @param {object} [body] @param {Record<string, string>} [headers] */
  json(method, path, body, headers) {
    const bytes = body ? Buffer.from(JSON.stringify(body)) : null;
    /** @type {Record<string, string>} */
    const type = body ? { 'content-type': 'application/json' } : {};
    return this.send({ method, path, headers: { ...type, ...headers }, body: bytes });
  }

  /** Ids of students, runs, tokens and people that are there. */
  async ids() {
    const { body } = await this.asAdmin('GET', '/admin/siswa?limit=5');
    const items = /** @type {{ idperson: string }[]} */ (JSON.parse(body).items);
    return [...items.map(({ idperson }) => idperson), '1', '2', '3', '4', '5'];
  }

  /** @param {FuzzRequest} request */
  async fire({ who, ...request }) {
    // Signing out and new passwords must not end the others' session.
    const endsSession = /^\/auth\/(logout|password)/.test(request.path);
    const caller = endsSession && who !== 'nobody' ? 'guest' : who;
    const answer = await this.send({
      ...request,
      headers: { ...this.credentials[caller], ...request.headers },
    });
    const hasSession = caller === 'admin' || caller === 'reader' || caller === 'guest';
    if (answer.status === 401 && hasSession && !request.headers['authorization']) await this.signIn(caller);
    return answer;
  }

  /** @param {{ method: string, path: string, headers: Record<string, string>, body: Buffer | null }} request @returns {Promise<Answer>} */
  send({ method, path, headers, body }) {
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      const options = { agent: this.agent, host: '127.0.0.1', port: this.port, method, path };
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
}
