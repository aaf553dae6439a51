/** A Redis or Valkey server of our own: only on this machine, only for this data folder. */
import fs from 'node:fs';
import path from 'node:path';
import { freePort, hear } from './ports.mjs';
import { find } from './programs.mjs';
import { step } from './terminal.mjs';

const READY_WITHIN_MS = 60_000;

/**
 * @param {import('./stack.mjs').Stack} stack
 * @param {{ more?: string[] }} [options] further lines of its configuration
 */
export async function startQueue(stack, { more = [] } = {}) {
  const { data } = stack;
  const remembered = data.recall().queue;
  const queue = {
    port: await freePort(remembered?.port),
    password: remembered?.password ?? data.newPassword(),
  };
  data.remember({ queue });

  const program = /** @type {string} */ (find('queue'));
  const kind = path.basename(program).startsWith('valkey') ? 'Valkey' : 'Redis';
  fs.mkdirSync(data.path('queue'), { recursive: true, mode: 0o700 });
  const config = data.writeSecret('queue.conf', configuration(data.path('queue'), queue, more));
  const child = stack.start({
    name: 'queue',
    title: `The private ${kind} queue`,
    command: program,
    args: [config],
  });
  const isReady = async () => {
    const answer = await hear(queue.port, `AUTH ${queue.password}\r\nPING\r\n`);
    return answer?.toString().includes('+PONG') ?? false;
  };
  await step(`Starting the ${kind} queue`, () => child.untilReady(isReady, READY_WITHIN_MS));
  return {
    url: `redis://:${queue.password}@127.0.0.1:${queue.port}`,
    text: `private ${kind} on 127.0.0.1:${queue.port}`,
  };
}

/** In a file, since the password would be seen by everybody on the command line. @param {string} folder @param {{ port: number, password: string }} queue @param {string[]} more */
function configuration(folder, { port, password }, more) {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${folder}"`,
    'daemonize no',
    'save ""',
    'appendonly yes',
    'appendfsync everysec',
    'maxmemory-policy noeviction',
    ...more,
    '',
  ].join('\n');
}
