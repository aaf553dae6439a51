/** Another machine, as far as the network goes: a namespace of its own on a cable that can be pulled out. */
import { execFileSync } from 'node:child_process';
import net from 'node:net';
import { findProgram } from '../../tools/lib/system.mjs';

/** What is missing to make one; null where nothing is. */
export function hostMissing() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'root on Linux, who can make a network';
  if (!findProgram('ip')) return 'ip (iproute2)';
  try {
    ip('netns', 'add', NAME);
    ip('netns', 'del', NAME);
    return null;
  } catch {
    return 'the right to make network namespaces';
  }
}

const NAME = `bantubayar-${process.pid}`;
const CABLE = { here: `bb${process.pid}h`, there: `bb${process.pid}t` };
const BLOCK = `10.213.${(process.pid >> 6) % 256}`;
const FIRST = (process.pid % 64) * 4;

/** @param {string[]} args */
const ip = (...args) => execFileSync(/** @type {string} */ (findProgram('ip')), args, { stdio: 'pipe' });

export class Host {
  /** This machine, as it is seen from there. */
  here = `${BLOCK}.${FIRST + 1}`;

  /** It goes with this process. @param {number[]} ports of this machine that can be reached from there */
  static start(ports) {
    const host = new Host();
    ip('netns', 'add', NAME);
    process.once('exit', () => ip('netns', 'del', NAME));
    ip('link', 'add', CABLE.here, 'type', 'veth', 'peer', 'name', CABLE.there, 'netns', NAME);
    ip('addr', 'add', `${host.here}/30`, 'dev', CABLE.here);
    ip('link', 'set', CABLE.here, 'up');
    ip('-n', NAME, 'addr', 'add', `${BLOCK}.${FIRST + 2}/30`, 'dev', CABLE.there);
    ip('-n', NAME, 'link', 'set', CABLE.there, 'up');
    ip('-n', NAME, 'link', 'set', 'lo', 'up');
    for (const port of ports) host.open(port);
    return host;
  }

  /** The servers listen on 127.0.0.1 only. @param {number} port */
  open(port) {
    const door = net.createServer((socket) => {
      const server = net.connect(port, '127.0.0.1');
      for (const [one, other] of [
        [socket, server],
        [server, socket],
      ]) {
        one?.on('error', () => one.destroy()).once('close', () => other?.destroy());
      }
      socket.pipe(server).pipe(socket);
    });
    door.listen(port, this.here).unref();
  }

  /** How a program is run there: words before its own. */
  get runThere() {
    return [/** @type {string} */ (findProgram('ip')), 'netns', 'exec', NAME];
  }

  cut() {
    ip('link', 'set', CABLE.here, 'down');
  }

  mend() {
    ip('link', 'set', CABLE.here, 'up');
  }
}
