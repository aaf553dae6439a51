/** The school's payment API on a port of this machine: answers as the real one does, and misbehaves when told to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { sendHtml, sendJson, sendText } from './answers';
import { control } from './control';
import { type Faults, noFaults, troubleFor } from './faults';
import { misbehave, sendData } from './misbehave';
import { paymentBook, withNewPayment, withReversal } from './payment-book';
import { chance } from './random';
import { indexOf, rosterJson, studentAt } from './roster';
import { sisdaData } from './sisda-answer';
import { Stats } from './stats';

export interface SimulatorOptions {
  port?: number;
  host?: string;
  students?: number;
  latencyMs?: number;
  seed?: number;
  token?: string | null;
  /** The day as of which bills have fallen due, YYYY-MM-DD: that of the start, where none is said. */
  today?: string;
}

export interface RunningSimulator {
  url: string;
  close(): Promise<void>;
}

/** The part of the roster that is left when it is `shrunken`. */
const SHRUNKEN_TO = 0.5;
const DEFAULTS = { port: 0, host: '127.0.0.1', students: 6102, latencyMs: 50, seed: 1, token: null };

/** That of a school in Jakarta. */
export const schoolDay = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(new Date());

export async function startSimulator(options: SimulatorOptions = {}): Promise<RunningSimulator> {
  const settings = { ...DEFAULTS, today: schoolDay(), ...options };
  const upstream = new Simulator(settings);
  const server = createServer((request, response) => void upstream.answer(request, response));
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(settings.port, settings.host, listening);
  });
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url: `http://${settings.host}:${(server.address() as AddressInfo).port}`, close };
}

export class Simulator {
  readonly stats = new Stats();
  private faults = noFaults();
  private requests = 0;
  private turns = new Map<string, number>();

  constructor(private readonly settings: Required<SimulatorOptions>) {}

  getFaults(): Faults {
    return this.faults;
  }

  /** New faults begin to count each student's requests from one. */
  setFaults(faults: Faults): void {
    this.faults = faults;
    this.turns.clear();
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://simulator').pathname;
    if (path.includes('/_')) return control(this, request, response);

    // Any base path may come before these, as in /sisda/v1/siswa.
    const [, idperson, summary] = /\/payments\/(\d{1,20})(\/summary)?$/.exec(path) ?? [];
    const route = path.endsWith('/siswa') ? 'siswa' : idperson ? (summary ? 'summary' : 'payments') : 'other';
    this.stats.watch(response, route, idperson ?? null);

    const { collapseAbove } = this.faults;
    const isTooMany = collapseAbove > 0 && this.stats.atOnce > collapseAbove;
    await this.delay();
    if (response.destroyed) return;
    if (this.faults.outage) return this.fail(response);
    if (isTooMany) return sendJson(response, 503, { status: false, message: 'Service Unavailable' });
    if (route === 'other') return sendJson(response, 404, { status: false, message: 'Not Found' });
    if (request.method !== 'GET')
      return sendJson(response, 405, { status: false, message: 'Method Not Allowed' });
    if (!this.allows(request)) return sendJson(response, 401, { status: false, message: 'Unauthenticated.' });
    if (idperson) this.sendPayments(response, idperson, Boolean(summary));
    else this.sendRoster(response);
  }

  private async delay(): Promise<void> {
    const latencyMs = this.faults.latencyMs ?? this.settings.latencyMs;
    if (latencyMs > 0) await pause(latencyMs);
  }

  private allows(request: IncomingMessage): boolean {
    return !this.settings.token || request.headers.authorization === `Bearer ${this.settings.token}`;
  }

  private fail(response: ServerResponse): void {
    if (this.faults.outageMode === 'refuse') response.destroy();
    if (this.faults.outageMode === '500') sendJson(response, 500, { status: false, message: 'Server Error' });
  }

  private sendRoster(response: ServerResponse): void {
    const { rosterMode, rosterDropIdpersons } = this.faults;
    if (rosterMode === 'html') return sendHtml(response);
    if (rosterMode === 'error') return sendJson(response, 500, { status: false, message: 'Server Error' });
    const share = { normal: 1, shrunken: SHRUNKEN_TO, empty: 0 }[rosterMode];
    const size = Math.floor(this.settings.students * share);
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    Readable.from(rosterJson(this.settings.seed, size, new Set(rosterDropIdpersons)))
      .on('error', () => response.destroy())
      .pipe(response);
  }

  private sendPayments(response: ServerResponse, idperson: string, summaryOnly: boolean): void {
    const { seed, students } = this.settings;
    const index = indexOf(seed, students, idperson);
    if (index < 0) return sendJson(response, 404, { status: false, message: 'Data tidak ditemukan' });

    const data = this.paymentsOf(index, summaryOnly);
    const turn = (this.turns.get(idperson) ?? 0) + 1;
    this.turns.set(idperson, turn);
    this.requests += 1;
    const body = this.faults.bodies[idperson];
    if (body !== undefined) return sendText(response, body);
    const trouble = troubleFor(this.faults, seed, { idperson, request: this.requests, turn });
    if (trouble) misbehave(trouble, response, data, this.faults);
    else sendData(response, data, this.faults);
  }

  private paymentsOf(index: number, summaryOnly: boolean) {
    const { seed } = this.settings;
    const { changedShare, reversedShare, changeSeed } = this.faults;
    const student = studentAt(seed, index);
    const book = paymentBook(seed, student, this.settings.today);
    const meets = (what: string, share: number) =>
      share > 0 && chance(seed, what, changeSeed, student.idperson) < share;
    if (meets('changed', changedShare)) withNewPayment(book, changeSeed, student.idperson);
    if (meets('reversed', reversedShare)) withReversal(book);
    const textAmounts = chance(seed, 'text amounts', student.idperson) < 0.1;
    return sisdaData(student.idperson, book, { textAmounts, summaryOnly });
  }
}
