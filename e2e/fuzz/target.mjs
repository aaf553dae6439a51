/** The product that is fuzzed, on servers of its own: sends requests as they are, and keeps its callers signed in. */
import http from 'node:http';
import mysql from 'mysql2/promise';
import { BUILT, startApplication, startSimulator } from '../../tools/lib/applications.mjs';
import { freePort } from '../../tools/lib/ports.mjs';
import { startServices } from '../../tools/lib/services.mjs';
import { ADMIN } from '../chaos/client.mjs';
import { send } from './send.mjs';

/** @typedef {import('./requests.mjs').FuzzRequest} FuzzRequest @typedef {import('./requests.mjs').Who} Who */

const READER = { email: 'pembaca@sekolah.test', password: 'kata-sandi-pembaca-7' };
const GUEST = { email: 'tamu@sekolah.test', password: 'kata-sandi-tamu-yang-7' };

export class Target {
  agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  /** @type {Partial<Record<Who, Record<string, string>>>} */
  credentials = {};
  /** @type {Set<Who>} */
  lookedAfter = new Set();
  logins = 0;

  /** The callers as they are at first. @type {Record<string, unknown>[]} */
  people = [];

  /** @param {import('../support/mortal-stack.mjs').MortalStack} stack @param {number} port @param {string} databaseUrl */
  constructor(stack, port, databaseUrl) {
    this.stack = stack;
    this.port = port;
    this.databaseUrl = databaseUrl;
  }

  /** @param {import('../support/mortal-stack.mjs').MortalStack} stack @param {number} students */
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
    const target = new Target(stack, port, services.database.url);
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
    this.people = await this.query('SELECT * FROM app_user');
    await this.signIn('reader');
    await this.signIn('guest');
    await this.newToken();
  }

  async newToken() {
    const scopes = ['sync:read', 'sync:write', 'siswa:read'];
    const { status, body } = await this.json(
      'POST',
      '/auth/tokens',
      { name: 'fuzz', scopes },
      this.credentials.admin,
    );
    if (status === 201) this.credentials.token = { authorization: `Bearer ${JSON.parse(body).token}` };
  }

  /** Some request has taken rights or a password from one of the callers, as it may; the next ones need them. */
  async heal() {
    const [first] = this.people;
    if (!first) return;
    const columns = Object.keys(first).map((name) => `\`${name}\``);
    await this.query(
      `INSERT INTO app_user (${columns.join(', ')}) VALUES ?
       ON DUPLICATE KEY UPDATE ${columns.map((name) => `${name} = VALUES(${name})`).join(', ')}`,
      [this.people.map(Object.values)],
    );
  }

  /** @param {string} sql @param {unknown[]} [params] @returns {Promise<any[]>} */
  async query(sql, params = []) {
    const connection = await mysql.createConnection({ uri: this.databaseUrl });
    try {
      return /** @type {any[]} */ ((await connection.query(sql, params))[0]);
    } finally {
      await connection.end();
    }
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
    if (answer.status === 401 || answer.status === 403) await this.lookAfter(caller);
    return answer;
  }

  /** Somebody was refused, perhaps for what was done to him before; of several at once the first looks. @param {Who} caller */
  async lookAfter(caller) {
    if (caller === 'nobody' || this.lookedAfter.has(caller) || (await this.isWell(caller))) return;
    this.lookedAfter.add(caller);
    await this.heal();
    if (caller === 'token') await this.newToken();
    else await this.signIn(caller);
    this.lookedAfter.delete(caller);
  }

  /** @param {Exclude<Who, 'nobody'>} caller */
  async isWell(caller) {
    const { status, body } = await this.json('GET', '/auth/me', undefined, this.credentials[caller]);
    const role = { admin: 'admin', reader: 'pemantau', guest: 'petugas', token: undefined }[caller];
    return status === 200 && (!role || JSON.parse(body).role === role);
  }

  /** @param {import('./send.mjs').Sendable} request */
  send(request) {
    return send(this.agent, this.port, request);
  }
}
