/** `npm run dev`: everything from its sources, each part starts anew when its files change, all logs on the terminal. */
import { reachable, refuseBusyPort, startApplication, startSimulator } from './lib/applications.mjs';
import { DataDir } from './lib/data-dir.mjs';
import { stopOnInterrupt } from './lib/interrupts.mjs';
import { runScript } from './lib/launcher-error.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { bin, inRoot } from './lib/root.mjs';
import { startServices } from './lib/services.mjs';
import { loadDotEnv, readSettings } from './lib/settings.mjs';
import { Stack } from './lib/stack.mjs';
import { say } from './lib/terminal.mjs';

/** @type {import('./lib/applications.mjs').Mode} */
const WATCHED = {
  nodeArgs: (app, entry) => [
    ...['--watch', '--watch-preserve-output', '--conditions=source', '-r', '@swc-node/register'],
    inRoot('apps', app, 'src', `${entry}.ts`),
  ],
  nodeEnv: 'development',
  onTerminal: true,
};

await runScript(async () => {
  loadDotEnv();
  const settings = readSettings(process.env);
  const data = new DataDir(settings.dataDir);
  await data.processes.claim();
  const stack = new Stack(data);
  const { wasInterrupted } = stopOnInterrupt(stack);
  process.env['SWC_NODE_PROJECT'] = inRoot('tsconfig.base.json');

  try {
    await refuseBusyPort(settings);
    await ensurePackages();
    const services = await startServices(stack, settings);
    data.remember({ services: { database: services.database.url, queue: services.queue.url } });
    const upstream = settings.paymentApiUrl ? { env: {} } : await startSimulator(stack, settings, WATCHED);

    const onFirstAdmin = (/** @type {{ email: string, password: string | null }} */ { email, password }) => {
      data.remember({ adminEmail: email });
      say(
        `\nThe first admin: ${email}   password: ${password ?? 'from ADMIN_PASSWORD'}   (shown only once)\n`,
      );
    };
    await startApplication(stack, settings, {
      ...services,
      upstream: upstream.env,
      mode: WATCHED,
      onFirstAdmin,
    });

    const apiUrl = `http://${reachable(settings.host)}:${settings.port}`;
    const web = stack.start({
      name: 'web',
      title: 'The page',
      command: bin('vite'),
      args: [],
      cwd: inRoot('apps', 'web'),
      env: { ...process.env, API_URL: apiUrl.replace('localhost', '127.0.0.1') },
      onTerminal: true,
    });
    web.ready = true;
    say(`\nThe API is at ${apiUrl}, the page where Vite says below. Ctrl-C stops all of it.\n`);
  } catch (error) {
    if (wasInterrupted()) return;
    await stack.stop();
    throw error;
  }
});
