/** `npm run import:laravel -- --url mysql://…`: brings over the data of the former Laravel application. */
import { runCommand } from './lib/command.mjs';
import { runScript } from './lib/launcher-error.mjs';

await runScript(() => runCommand('import-laravel'));
