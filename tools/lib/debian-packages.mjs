/** Installs packages on Debian and its kin as root, without starting a system service. */
import fs from 'node:fs';
import { run } from './run.mjs';
import { say, step } from './terminal.mjs';

const POLICY = '/usr/sbin/policy-rc.d';

/** @param {readonly string[]} packages */
export async function installOnDebian(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(`Installing ${packages.join(' and ')} with apt-get (no system service is started)`, async () => {
    await run('apt-get', ['update', '-q'], { env });
    await withoutStartingServices(() =>
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env }),
    );
  });
  say(`  ${packages.join(', ')} stay on this machine; a database or queue of the system is not touched.`);
}

/** Debian asks this file before it starts a service; the one that was there comes back afterwards. @param {() => Promise<unknown>} install */
async function withoutStartingServices(install) {
  const before = fs.existsSync(POLICY)
    ? { content: fs.readFileSync(POLICY), mode: fs.statSync(POLICY).mode }
    : null;
  const restore = () => {
    fs.rmSync(POLICY, { force: true });
    if (before) fs.writeFileSync(POLICY, before.content, { mode: before.mode });
  };
  process.once('exit', restore);
  try {
    fs.rmSync(POLICY, { force: true });
    fs.writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
    await install();
  } finally {
    process.removeListener('exit', restore);
    restore();
  }
}
