/** `npm run sync`: starts a run from the terminal. */
import { runCommand } from './lib/command.mjs';
import { runScript } from './lib/launcher-error.mjs';

await runScript(() => runCommand('sync'));
