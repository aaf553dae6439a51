/** What the product counts ahead of its students: waited for, and kept for rounds that begin when it is done. */
import { setTimeout as pause } from 'node:timers/promises';

/** What it counts, but for its sums, and says of whom it has. */
export const COUNTED = [
  ...['hitungan_tagihan', 'siswa_terhitung', 'tagihan_terhitung', 'siswa_kata', 'siswa_nomor'],
];
export const MARKS = ['terhitung', 'terhitung_usang'];
const SUMS = 'hitungan_siswa';
/** All but the row that whoever counts holds. */
const NOT_TURN = "jenis <> 'giliran'";
const LOOK_EVERY_MS = 1_000;
/** Of so many nobody needs to be read for: the product counts them without a pause, and reading is dear. */
const FAR_BEHIND = 10_000;

export class CountedAhead {
  /** Of how many students it was kept. @type {Set<number>} */
  kept = new Set();

  /** @param {import('./tables.mjs').Tables} tables */
  constructor(tables) {
    this.tables = tables;
  }

  /** @param {number} students */
  has(students) {
    return this.kept.has(students);
  }

  async clear() {
    await this.tables.query(`DELETE FROM ${this.tables.product}.${SUMS} WHERE ${NOT_TURN}`);
  }

  /** Has the product count so many students of whom nothing is fetched, as it does within seconds of reading a roster, and keeps that. @param {number} students */
  async keep(students) {
    const { tables } = this;
    await tables.reset(tables.product, students);
    await this.untilDone(() => pause(LOOK_EVERY_MS));
    for (const table of [...COUNTED, SUMS]) {
      const rows = table === SUMS ? NOT_TURN : 'TRUE';
      await tables.query(
        `CREATE TABLE bench.${table}_${students} AS SELECT * FROM ${tables.product}.${table} WHERE ${rows}`,
      );
    }
    await tables.query(
      `CREATE TABLE bench.siswa_${students} AS SELECT ${this.columns} FROM ${tables.product}.siswa`,
    );
    this.kept.add(students);
  }

  /** Into tables that are empty. @param {number} students */
  async restore(students) {
    const { tables, columns } = this;
    for (const table of [...COUNTED, SUMS])
      await tables.query(`INSERT INTO ${tables.product}.${table} SELECT * FROM bench.${table}_${students}`);
    await tables.query(
      `INSERT INTO ${tables.product}.siswa (${columns}) SELECT ${columns} FROM bench.siswa_${students}`,
    );
  }

  /** @param {() => Promise<unknown>} meanwhile */
  async untilDone(meanwhile) {
    const uncounted = `SELECT 1 FROM ${this.tables.product}.siswa WHERE belum_terhitung = 1 LIMIT ${FAR_BEHIND}`;
    for (let left = FAR_BEHIND; left > 0; left = (await this.tables.query(uncounted)).length)
      await (left < FAR_BEHIND ? meanwhile() : pause(LOOK_EVERY_MS));
  }

  get columns() {
    return [...this.tables.roster, ...MARKS].join(', ');
  }
}
