/** `npm start [-- --check]`: sets up everything that Bantubayar needs, runs it, and keeps it running until Ctrl-C. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BUILT, reachable, refuseBusyPort, startApplication, startSimulator } from './lib/applications.mjs';
import { build } from './lib/build.mjs';
import { DataDir } from './lib/data-dir.mjs';
import { diagnose } from './lib/doctor.mjs';
import { stopOnInterrupt } from './lib/interrupts.mjs';
import { LauncherError, runScript } from './lib/launcher-error.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { startServices } from './lib/services.mjs';
import { loadDotEnv, readSettings } from './lib/settings.mjs';
import { Stack } from './lib/stack.mjs';
import { say } from './lib/terminal.mjs';

/** @typedef {{ email: string, password: string | null }} Admin */

await runScript(async () => {
  const { check } = readOptions();
  loadDotEnv();
  if (check) return tellDiagnosis();
  const settings = readSettings(process.env);
  const data = new DataDir(settings.dataDir);
  const orphans = await data.processes.claim();
  const stack = new Stack(data);
  const { wasInterrupted } = stopOnInterrupt(stack);
  if (orphans.length > 0) say(`Stopped what an earlier start left running: ${orphans.join(', ')}.`);

  try {
    await refuseBusyPort(settings);
    await ensurePackages();
    await build();
    const services = await startServices(stack, settings);
    data.remember({ services: { database: services.database.url, queue: services.queue.url } });
    const upstream = settings.paymentApiUrl
      ? { env: {}, text: settings.paymentApiUrl }
      : await startSimulator(stack, settings, BUILT);

    /** @type {Admin | null} */
    let firstAdmin = null;
    const onFirstAdmin = (/** @type {Admin} */ admin) => {
      firstAdmin = admin;
      data.remember({ adminEmail: admin.email });
    };
    await startApplication(stack, settings, {
      ...services,
      upstream: upstream.env,
      mode: BUILT,
      onFirstAdmin,
    });

    say();
    say('Bantubayar runs.');
    say();
    tell('Address', `http://${reachable(settings.host)}:${settings.port}`);
    tell('Sign in', signIn(firstAdmin, data.recall().adminEmail));
    tell('Payments', upstream.text);
    tell('Database', services.database.text);
    tell('Queue', services.queue.text);
    tell('Workers', String(settings.workers));
    tell('Data', `${shown(settings.dataDir)} (logs in ${shown(data.path('logs'))})`);
    say();
    say('Ctrl-C stops all of it; the data stay.');
  } catch (error) {
    // Interrupted: what failed now failed because it is being stopped.
    if (wasInterrupted()) return;
    await stack.stop();
    throw error;
  }
});

function readOptions() {
  try {
    return parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
  } catch (error) {
    throw new LauncherError(
      `${/** @type {Error} */ (error).message}\nAllowed is --check, which looks whether a start would succeed; settings are variables (README.md).`,
    );
  }
}

async function tellDiagnosis() {
  const wrong = await diagnose(process.env);
  if (wrong === 0) return say('\nAll is well: npm start would run.');
  say(`\n${wrong === 1 ? 'This would' : `${wrong} things would`} fail.`);
  process.exitCode = 1;
}

/** @param {string} name @param {string} value */
function tell(name, value) {
  say(`  ${name.padEnd(10)}${value}`);
}

/** @param {Admin | null} firstAdmin @param {string} [knownEmail] */
function signIn(firstAdmin, knownEmail) {
  if (firstAdmin?.password)
    return `${firstAdmin.email}   password: ${firstAdmin.password}   (shown only once: keep it)`;
  if (firstAdmin) return `${firstAdmin.email}, with the password from ADMIN_PASSWORD`;
  return `${knownEmail ?? 'the admin'} exists already: use the password that the first start showed`;
}

/** @param {string} folder */
function shown(folder) {
  const relative = path.relative(process.cwd(), folder);
  return relative.startsWith('..') ? folder : relative;
}
