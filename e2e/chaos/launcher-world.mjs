/** The product under a whole `npm start` of its own, which can be killed. */
import fs from 'node:fs';
import { eventually, freePort } from '../../tools/lib/ports.mjs';
import { inRoot, ROOT } from '../../tools/lib/root.mjs';
import { Client } from './client.mjs';
import { LAUNCHER } from '../support/mortal-stack.mjs';
import { PROGRAM_ENV, World, WORKERS } from './world.mjs';

const STARTED_WITHIN_MS = 120_000;

export class LauncherWorld extends World {
  /** @param {import('../support/mortal-stack.mjs').MortalStack} stack @param {import('./upstream.mjs').Upstream} upstream @override */
  static async start(stack, upstream) {
    const port = await freePort();
    const folder = stack.data.path('launcher');
    const { DATABASE_URL: _d, REDIS_URL: _r, ...env } = process.env;
    const launcher = stack.start({
      name: LAUNCHER,
      title: 'npm start',
      command: process.execPath,
      args: [inRoot('tools', 'start.mjs')],
      cwd: ROOT,
      env: {
        ...{ ...env, ...PROGRAM_ENV, PAYMENT_API_URL: upstream.url },
        ...{ DATA_DIR: folder, PORT: String(port), WORKERS: String(WORKERS.length) },
      },
    });
    await launcher.untilReady(async () => saysItRuns(launcher), STARTED_WITHIN_MS);
    const { database } = JSON.parse(fs.readFileSync(`${folder}/services.json`, 'utf8'));
    const url = `mysql://bantubayar:${database.password}@127.0.0.1:${database.port}/bantubayar`;
    const client = new Client(`http://127.0.0.1:${port}`);
    await client.login();
    return new LauncherWorld(stack, upstream, client, url, '');
  }

  /** @override */
  async back() {
    const launcher = this.stack.child(LAUNCHER);
    if (!(await eventually(async () => saysItRuns(launcher), STARTED_WITHIN_MS)))
      throw new Error('npm start did not come back');
  }
}

/** Whether the launcher that runs now has said so. @param {import('../support/mortal-stack.mjs').Mortal} launcher */
function saysItRuns(launcher) {
  return launcher.running() !== null && launcher.log.lastBytes().includes('Ctrl-C stops all of it');
}
