/** The simulator, the API and the workers as children: what each is started with, and when it is ready. */
import { eventually, freePort, listenTrouble } from './ports.mjs';
import { LauncherError } from './launcher-error.mjs';
import { inRoot, ROOT } from './root.mjs';
import { NO_APART_PASSWORDS } from './settings.mjs';
import { say, step } from './terminal.mjs';

const READY_WITHIN_MS = 120_000;
const WORKERS_READY_WITHIN_MS = 20_000;

/**
 * @typedef {import('./stack.mjs').Stack} Stack
 * @typedef {import('./settings.mjs').Settings} Settings
 * @typedef {import('./services.mjs').Service} Service
 *
 * @typedef {object} Mode how Node runs the programs: built ones, or their sources under watch
 * @property {(app: string, entry: string) => string[]} nodeArgs
 * @property {string} nodeEnv
 * @property {boolean} onTerminal
 */

/** @type {Mode} */
export const BUILT = {
  nodeArgs: (app, entry) => [inRoot('apps', app, 'dist', `${entry}.js`)],
  nodeEnv: 'production',
  onTerminal: false,
};

/** @param {Settings} settings */
export async function refuseBusyPort({ host, port }) {
  const trouble = await listenTrouble(port, host);
  if (trouble === null) return;
  if (trouble === 'EADDRINUSE')
    throw new LauncherError(
      `PORT: ${port} is in use on ${host}. Stop what listens there, or choose another port: PORT=${port + 1} npm start`,
    );
  if (trouble === 'EACCES')
    throw new LauncherError(`PORT: this user may not listen on ${port}, allowed is a port from 1024`);
  throw new LauncherError(`HOST: given "${host}", allowed an address of this machine (${trouble})`);
}

/** @param {Stack} stack @param {Settings} settings @param {Mode} mode */
export async function startSimulator(stack, { simulator }, mode) {
  const port = simulator.port || (await freePort(stack.data.recall().simulatorPort));
  stack.data.remember({ simulatorPort: port });
  const url = `http://127.0.0.1:${port}`;
  const child = stack.start({
    name: 'simulator',
    title: 'The simulator',
    command: process.execPath,
    args: mode.nodeArgs('simulator', 'main'),
    cwd: ROOT,
    env: {
      ...process.env,
      SIMULATOR_PORT: String(port),
      SIMULATOR_HOST: '127.0.0.1',
      SIMULATOR_STUDENTS: String(simulator.students),
      SIMULATOR_LATENCY_MS: String(simulator.latencyMs),
      SIMULATOR_SEED: String(simulator.seed),
    },
    onTerminal: mode.onTerminal,
    onMessage: () => undefined,
  });
  await step('Starting the simulator', () =>
    child.untilReady(() => answersOk(`${url}/_health`), READY_WITHIN_MS),
  );
  const env = {
    PAYMENT_API_URL: url,
    DEMO_DATA: 'true',
    ...(simulator.token && { PAYMENT_API_TOKEN: simulator.token }),
  };
  return { env, text: `simulator on ${url}, ${simulator.students} students (demo data)` };
}

/**
 * The API first, since it makes the tables, then the workers.
 * @param {Stack} stack
 * @param {Settings} settings
 * @param {{ database: Service, queue: Service, upstream: NodeJS.ProcessEnv, mode: Mode, onFirstAdmin: (admin: { email: string, password: string | null }) => void }} start
 */
export async function startApplication(stack, settings, { database, queue, upstream, mode, onFirstAdmin }) {
  const env = {
    ...process.env,
    ...upstream,
    NODE_ENV: mode.nodeEnv,
    PORT: String(settings.port),
    HOST: settings.host,
    DATABASE_URL: database.url,
    REDIS_URL: queue.url,
    ...NO_APART_PASSWORDS,
    SECRETS_KEY: process.env['SECRETS_KEY'] || stack.data.secretsKey(),
  };
  const common = { command: process.execPath, cwd: ROOT, env, onTerminal: mode.onTerminal };
  const health = `http://${reachable(settings.host)}:${settings.port}/health`;

  let listening = false;
  const api = stack.start({
    ...common,
    name: 'api',
    title: 'The API',
    args: mode.nodeArgs('api', 'main'),
    onMessage: (message) => {
      if (message?.type === 'first-admin') onFirstAdmin(message);
      if (message?.type === 'ready') listening = true;
    },
  });
  await step('Starting the API', () =>
    api.untilReady(async () => listening || (await answersOk(`${health}/ready`)), READY_WITHIN_MS),
  );

  const workers = Array.from({ length: settings.workers }, (_, index) =>
    stack.start({
      ...common,
      name: `worker-${index + 1}`,
      title: `Worker ${index + 1}`,
      args: mode.nodeArgs('api', 'worker'),
      onMessage: () => undefined,
    }),
  );
  // The API checked the same settings; whatever ends a worker now may pass.
  for (const worker of workers) worker.ready = true;
  const workersReady = await step(
    `Starting ${settings.workers === 1 ? 'the worker' : `${settings.workers} workers`}`,
    () =>
      eventually(
        async () => (await workersAlive(`${health}/ready`)) >= settings.workers,
        WORKERS_READY_WITHIN_MS,
      ),
  );
  if (!workersReady) say('  not all of them have reported yet; their logs say why');
}

/** The page of an application that listens everywhere is at localhost. @param {string} host */
export const reachable = (host) =>
  ['0.0.0.0', '127.0.0.1', '::', '::1'].includes(host) ? 'localhost' : host;

/** @param {string} url */
async function answersOk(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

/** How many workers the API hears from. @param {string} readyUrl */
async function workersAlive(readyUrl) {
  try {
    const response = await fetch(readyUrl, { signal: AbortSignal.timeout(2000) });
    const health = /** @type {any} */ (await response.json());
    return health.details?.workers?.alive ?? 0;
  } catch {
    return 0;
  }
}
