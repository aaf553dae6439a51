/** Sends all requests, several at a time, and notes what must not be: answers of 5xx, stalls, an end of the API. */
import fs from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {import('./target.mjs').Target} Target @typedef {import('./requests.mjs').FuzzRequest} FuzzRequest */
/** @typedef {{ what: string, numbers: number[], request: string, answer: string }} Finding */

const AT_ONCE = 8;
const STALL_MS = 1_000;
/** So long nobody waits for a machine that is merely busy. */
const HANGS_MS = 10_000;
const MS_PER_TICK = 10;
const LOOK_EVERY_MS = 50;
const SHOWN = 300;
/** Where so much is asked at once that it must wait for its turn, the contract has 503 with Retry-After. */
const MAY_BE_BUSY = /^POST \/auth\/(login|password|users)$|^PATCH \/auth\/users\/\{id\}$/;
/** What the contract answers when it is the payment service whose answer cannot be used. */
const OF_UPSTREAM = new Set(['roster_suspicious', 'roster_unreachable', 'roster_invalid']);

export class Hunt {
  /** @type {Finding[]} */
  findings = [];
  /** What was asked during each stall. @type {number[][]} */
  stalls = [];
  /** @type {Record<number, number>} */
  statuses = {};
  /** @type {Map<number, FuzzRequest>} */
  inFlight = new Map();
  slowestMs = 0;
  slowestLookMs = 0;
  going = true;

  /** @param {Target} target @param {(number: number) => FuzzRequest} make */
  constructor(target, make) {
    this.target = target;
    this.make = make;
    this.crashes = target.stack.crashes().length;
  }

  /** @param {readonly number[]} numbers */
  async run(numbers) {
    const looking = this.look();
    let next = 0;
    const lane = async () => {
      while (next < numbers.length) await this.one(/** @type {number} */ (numbers[next++]));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    this.going = false;
    await looking;
    await this.repeatStalls();
  }

  /** On a busy machine everybody stalls now and then; a stall that the same requests cause again is theirs. Their answers have been counted. */
  async repeatStalls() {
    const stalls = this.stalls.splice(0);
    const counted = { ...this.statuses };
    for (const numbers of stalls) {
      this.going = true;
      const looking = this.look();
      await Promise.all(numbers.map((number) => this.one(number)));
      this.going = false;
      await looking;
      const again = this.stalls.splice(0).length > 0;
      if (again) this.note(`a stall of more than ${STALL_MS} ms, twice`, numbers, '');
    }
    this.statuses = counted;
  }

  /** @param {number} number */
  async one(number) {
    const request = this.make(number);
    this.inFlight.set(number, request);
    try {
      const answer = await this.target.fire(request);
      this.statuses[answer.status] = (this.statuses[answer.status] ?? 0) + 1;
      this.slowestMs = Math.max(this.slowestMs, answer.ms);
      if (answer.status >= 500 && !isAllowed(request, answer))
        this.note(String(answer.status), [number], answer.body.slice(0, SHOWN));
    } catch (error) {
      await this.notAnswered(number, /** @type {NodeJS.ErrnoException} */ (error));
    } finally {
      this.inFlight.delete(number);
    }
  }

  /** A request that is none is cut off, which is an answer; what must not be is that the API is gone or says nothing. @param {number} number @param {NodeJS.ErrnoException} error */
  async notAnswered(number, { code, message }) {
    const crashes = this.target.stack.crashes().length;
    if (crashes > this.crashes) {
      this.crashes = crashes;
      this.note('the API ended', [...this.inFlight.keys()], message);
      while (!(await this.isAlive())) await sleep(LOOK_EVERY_MS);
    } else if (message === 'no answer') {
      this.note('no answer', [number], message);
    } else {
      this.statuses[0] = (this.statuses[0] ?? 0) + 1;
      if (code === 'ECONNREFUSED') this.note('the API is away', [number], message);
    }
  }

  isAlive() {
    const health = { method: 'GET', path: '/health/live', headers: {}, body: null };
    return this.target.send(health).then(
      () => true,
      () => false,
    );
  }

  /** Whether the API answers all the while; our own lateness is not its fault. */
  async look() {
    const own = monitorEventLoopDelay({ resolution: 10 });
    own.enable();
    while (this.going) {
      own.reset();
      const during = [...this.inFlight.keys()];
      const cpuBefore = this.cpuMs();
      const begun = performance.now();
      await this.isAlive();
      const ms = performance.now() - begun - own.max / 1e6;
      this.slowestLookMs = Math.max(this.slowestLookMs, ms);
      const hasWorked = this.cpuMs() - cpuBefore > STALL_MS / 2;
      if (ms > STALL_MS && (hasWorked || ms > HANGS_MS))
        this.stalls.push([...new Set([...during, ...this.inFlight.keys()])]);
      await sleep(LOOK_EVERY_MS);
    }
    own.disable();
  }

  /** How long the API has worked: one that was not let work does not stall. */
  cpuMs() {
    const pid = this.target.stack.child('api').child?.pid;
    if (process.platform !== 'linux' || !fs.existsSync(`/proc/${pid}/stat`)) return performance.now();
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    return (Number(user) + Number(system)) * MS_PER_TICK;
  }

  /** @param {string} what @param {number[]} numbers @param {string} answer */
  note(what, numbers, answer) {
    const request = numbers.map((number) => inWords(this.make(number))).join('\n    ');
    this.findings.push({ what, numbers, request, answer });
  }
}

/** @param {FuzzRequest} request @param {import('./send.mjs').Answer} answer */
function isAllowed({ operation }, { status, headers, body }) {
  if (status === 503) return MAY_BE_BUSY.test(operation) && headers['retry-after'] !== undefined;
  const code = /"code":"(\w+)"/.exec(body)?.[1] ?? '';
  return status === 502 && operation.includes('/siswa') && OF_UPSTREAM.has(code);
}

/** @param {FuzzRequest} request */
function inWords({ method, path, headers, body, who }) {
  const text = body
    ? ` ${body.toString('latin1').slice(0, SHOWN)}${body.length > SHOWN ? `… (${body.length} bytes)` : ''}`
    : '';
  return `${method} ${path.slice(0, SHOWN)} as ${who} ${JSON.stringify(headers)}${text}`;
}
