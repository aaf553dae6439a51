/** `npm run password -- --email …`: gives a person a new password from the terminal. */
import { runCommand } from './lib/command.mjs';
import { runScript } from './lib/launcher-error.mjs';

await runScript(() => runCommand('password'));
