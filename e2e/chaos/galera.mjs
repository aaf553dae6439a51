/** A Galera cluster of three MariaDB nodes, each of which may die and comes back by itself. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import mysql from 'mysql2/promise';
import { freePort } from '../../tools/lib/ports.mjs';
import { run } from '../../tools/lib/run.mjs';
import { findProgram } from '../../tools/lib/system.mjs';
import { isInStep } from './in-step.mjs';

/** @typedef {import('../support/mortal-stack.mjs').MortalStack} MortalStack */
/** @typedef {{ name: string, port: number, group: number, folder: string }} Node */

const NODES = 3;
const NAME = 'bantubayar';
const IN_STEP_WITHIN_MS = 90_000;
const PROVIDERS = ['/usr/lib/galera', '/usr/lib64/galera-4', '/usr/lib64/galera'].map(
  (folder) => `${folder}/libgalera_smm.so`,
);
/**
 * As MariaDB's own service does: a node that was killed looks how far it had come, and asks the others for the rest only. That
 * look does not always end by itself (MariaDB 10.11.19 grew by gigabytes after it had said what it found), so it is ended.
 */
const COME_BACK = `look=$(mktemp)
"$@" --wsrep-recover > "$look" 2>&1 &
until grep -q 'Recovered position' "$look" || ! kill -0 $!; do sleep 0.1; done
kill -9 $!; wait $!
at=$(sed -n 's/.*Recovered position: *//p' "$look"); rm "$look"
exec "$@" \${at:+--wsrep-start-position=$at}`;

const isRoot = process.getuid?.() === 0;
const provider = () => PROVIDERS.find((file) => fs.existsSync(file));

/** What this machine lacks for it; null where it has all. */
export function galeraMissing() {
  const programs = ['mariadbd', 'mariadb-install-db', 'wsrep_sst_rsync', 'rsync'];
  const missing = programs.filter((name) => !findProgram(name));
  if (!provider()) missing.push('libgalera_smm.so (galera-4)');
  return missing.length > 0 ? missing.join(', ') : null;
}

export class Galera {
  /** @param {MortalStack} stack @param {Node[]} nodes @param {string} password */
  constructor(stack, nodes, password) {
    this.stack = stack;
    this.nodes = nodes;
    this.password = password;
  }

  /** @param {MortalStack} stack */
  static async start(stack) {
    const { data } = stack;
    const nodes = [];
    for (let n = 1; n <= NODES; n++) {
      const folder = data.path(`node-${n}`);
      nodes.push({ name: `database-${n}`, port: await freePort(), group: await freePort(), folder });
    }
    const galera = new Galera(stack, nodes, data.newPassword());
    await galera.begin();
    return galera;
  }

  /** The first one has the data and the user; the others copy them. */
  async begin() {
    const [first, ...others] = /** @type {[Node, ...Node[]]} */ (this.nodes);
    const program = /** @type {string} */ (findProgram('mariadb-install-db'));
    await run(program, [
      ...['--no-defaults', `--datadir=${first.folder}`],
      ...['--auth-root-authentication-method=normal', '--skip-test-db', ...(isRoot ? ['--user=root'] : [])],
    ]);
    for (const { folder } of others) fs.mkdirSync(folder);
    if (isRoot) {
      // The copier gives up root's rights where it has them, and could not read root's files.
      fs.chmodSync(this.stack.data.folder, 0o711);
      execFileSync('chown', ['-R', 'mysql:', ...this.nodes.map(({ folder }) => folder)]);
    }
    await this.serve(first, ['--wsrep-new-cluster']);
    await this.makeUser(first);
    for (const node of others) await this.serve(node);
    for (const { name } of this.nodes) this.comeBackByItself(name);
  }

  /** @param {Node} node @param {string[]} [more] */
  async serve(node, more = []) {
    const child = this.stack.start({
      name: node.name,
      title: `Galera's ${node.name}`,
      command: /** @type {string} */ (findProgram('mariadbd')),
      args: [...this.argsOf(node), ...more],
    });
    await child.untilReady(() => isInStep(this.rootOf(node)), IN_STEP_WITHIN_MS);
  }

  /** @param {Node} node */
  argsOf({ name, port, group, folder }) {
    const members = this.nodes.map((node) => `127.0.0.1:${node.group}`).join(',');
    return [
      ...['--no-defaults', `--datadir=${folder}`, `--port=${port}`, '--bind-address=127.0.0.1'],
      ...[`--socket=${folder}/socket`, `--pid-file=${folder}/pid`, '--skip-name-resolve'],
      ...(isRoot ? ['--user=mysql'] : []),
      ...['--character-set-server=utf8mb4', '--max-allowed-packet=64M'],
      ...['--innodb-buffer-pool-size=128M', '--innodb-flush-log-at-trx-commit=0'],
      ...['--log-warnings=1', '--binlog-format=ROW', '--innodb-autoinc-lock-mode=2', '--wsrep-on=ON'],
      ...[`--wsrep-provider=${provider()}`, `--wsrep-cluster-name=${NAME}`],
      ...[`--wsrep-cluster-address=gcomm://${members}`, `--wsrep-node-name=${name}`],
      ...['--wsrep-node-address=127.0.0.1', '--wsrep-sst-method=rsync'],
      `--wsrep-sst-receive-address=127.0.0.1:${group + 1}`,
      `--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:${group};ist.recv_addr=127.0.0.1:${group + 2}`,
    ];
  }

  /** @param {Node} first */
  async makeUser(first) {
    const root = await mysql.createConnection(this.rootOf(first));
    const user = `'${NAME}'@'127.0.0.1'`;
    await root.query("DELETE FROM mysql.global_priv WHERE User = 'root' AND Host <> 'localhost'");
    await root.query(`CREATE DATABASE ${NAME} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
    await root.query(`CREATE USER ${user} IDENTIFIED BY '${this.password}'`);
    await root.query(`GRANT ALL ON ${NAME}.* TO ${user}`);
    await root.end();
  }

  /** @param {string} name */
  comeBackByItself(name) {
    const { spec } = this.stack.child(name);
    const args = spec.args.filter((arg) => arg !== '--wsrep-new-cluster');
    Object.assign(spec, { command: 'sh', args: ['-c', COME_BACK, 'sh', spec.command, ...args] });
  }

  /** @param {Node} node @returns {mysql.ConnectionOptions} */
  rootOf({ folder }) {
    return { socketPath: `${folder}/socket`, user: 'root' };
  }

  /** Whether all three have the same data and take writes. */
  async allInStep() {
    return (await Promise.all(this.nodes.map((node) => isInStep(this.rootOf(node))))).every(Boolean);
  }

  /** @param {number} port the one address through which the product comes */
  urlAt(port) {
    return `mysql://${NAME}:${this.password}@127.0.0.1:${port}/${NAME}`;
  }
}
