/** Builds every project; nx skips those that did not change. */
import { run } from './run.mjs';
import { bin } from './root.mjs';
import { step } from './terminal.mjs';

/** nx as a plain task runner: no daemon left behind, no screen of its own, no questions. */
export const NX_ENV = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', CI: 'true' };

export async function build() {
  const env = { ...process.env, ...NX_ENV };
  await step('Building', () => run(bin('nx'), ['run-many', '-t', 'build', '--outputStyle=static'], { env }));
}
