/** The tables of all contenders, of the product's own shape, and what they hold before and after a run. */
import { LauncherError } from '../launcher-error.mjs';
import { COUNTED, CountedAhead, MARKS } from './counted-ahead.mjs';

const COPIED = ['siswa', 'tagihan_terbuka', 'sync_run_siswa'];
/** What a run writes on a row of siswa. */
const FIGURES = [
  ...['pembayaran', 'status_pembayaran', 'tagihan', 'dibayar', 'tunggakan', 'saldo', 'jumlah_periode'],
  ...['content_hash', 'fetched_at', 'changed_at', 'belum_jatuh_tempo', 'lebih_bayar', 'figures_of'],
  ...['jatuh_tempo_tertua', 'jatuh_tempo_berikut', 'jatuh_tempo_terakhir'],
];
const EMPTIED = [...COPIED, 'sync_run_event', 'pembayaran_change', 'pembayaran_review'];
/** Seven kilobytes each. */
const ROWS_AT_ONCE = 20_000;
const BILLS = ['nomor', 'periode', 'kategori', 'item', 'jatuh_tempo', 'tagihan', 'dibayar'];

const list = (/** @type {readonly string[]} */ columns, of = '') =>
  columns.map((column) => `${of}${column}`).join(', ');

export class Tables {
  /** The columns of siswa that the roster fills. @type {string[]} */
  roster = [];
  /** What the first contender had stored of so many students. @type {Map<string, string>} */
  stored = new Map();

  /** @param {import('mysql2/promise').Pool} pool @param {string} product the schema of the product */
  constructor(pool, product) {
    this.pool = pool;
    this.product = product;
    this.counted = new CountedAhead(this);
  }

  /** @param {string} sql @param {unknown[]} [params] @returns {Promise<any[]>} */
  async query(sql, params) {
    return /** @type {any[]} */ ((await this.pool.query(sql, params))[0]);
  }

  /** Keeps the roster that the product has read, with a number for each row. */
  async keepRoster() {
    const columns = await this.query(
      `SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS
       WHERE TABLE_SCHEMA = ? AND TABLE_NAME = 'siswa' AND EXTRA NOT LIKE '%GENERATED%'`,
      [this.product],
    );
    this.roster = columns.map(({ name }) => name).filter((name) => ![...FIGURES, ...MARKS].includes(name));
    await this.query('CREATE DATABASE bench');
    await this.query(
      `CREATE TABLE bench.roster (n INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY)
       AS SELECT ${list(this.roster)} FROM ${this.product}.siswa ORDER BY idperson`,
    );
  }

  /** Tables like the product's, with all their keys. @param {string} schema */
  async copyShape(schema) {
    await this.query(`CREATE DATABASE ${schema}`);
    for (const table of COPIED)
      await this.query(`CREATE TABLE ${schema}.${table} LIKE ${this.product}.${table}`);
  }

  /** As before a first run: so many students, and nothing fetched of them. @param {string} schema @param {number} students */
  async reset(schema, students) {
    for (const table of schema === this.product ? [...EMPTIED, ...COUNTED] : COPIED)
      await this.query(`TRUNCATE ${schema}.${table}`);
    if (schema === this.product) {
      await this.query(`DELETE FROM ${schema}.sync_run`);
      await this.counted.clear();
      if (this.counted.has(students)) return this.counted.restore(students);
    }
    await this.query(
      `INSERT INTO ${schema}.siswa (${list(this.roster)}) SELECT ${list(this.roster)} FROM bench.roster WHERE n <= ?`,
      [students],
    );
  }

  /** Keeps what the product has fetched, for `fill`. */
  async keepFetched() {
    await this.query(
      `CREATE TABLE bench.fetched (n INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, KEY (idperson))
       AS SELECT idperson, ${list(FIGURES)} FROM ${this.product}.siswa WHERE fetched_at IS NOT NULL ORDER BY idperson`,
    );
    await this.query(`CREATE TABLE bench.bills LIKE ${this.product}.tagihan_terbuka`);
    await this.query(`INSERT INTO bench.bills SELECT * FROM ${this.product}.tagihan_terbuka`);
  }

  /** As after a run of so many students: what was fetched is given to all of the roster, again and again. @param {number} rows @param {() => Promise<unknown>} whileCounting */
  async fill(rows, whileCounting) {
    await this.reset(this.product, 0);
    const [{ fetched }] = await this.query('SELECT COUNT(*) AS fetched FROM bench.fetched');
    const from = `FROM bench.roster AS r JOIN bench.fetched AS f ON f.n = 1 + (r.n - 1) % ${fetched}`;
    for (let after = 0; after < rows; after += ROWS_AT_ONCE) {
      const some = [after, Math.min(after + ROWS_AT_ONCE, rows)];
      await this.query(
        `INSERT INTO ${this.product}.siswa (${list(this.roster)}, ${list(FIGURES)})
         SELECT ${list(this.roster, 'r.')}, ${list(FIGURES, 'f.')} ${from} WHERE r.n > ? AND r.n <= ?`,
        some,
      );
      await this.query(
        `INSERT INTO ${this.product}.tagihan_terbuka (idperson, ${list(BILLS)})
         SELECT r.idperson, ${list(BILLS, 'b.')} ${from} JOIN bench.bills AS b ON b.idperson = f.idperson
         WHERE r.n > ? AND r.n <= ?`,
        some,
      );
    }
    await this.counted.untilDone(whileCounting);
    await this.query(`ANALYZE TABLE ${this.product}.siswa, ${this.product}.tagihan_terbuka`);
  }

  /** All contenders come to the same figures, and those with a ledger to the same rows. @param {string} schema @param {number} students @param {boolean} withLedger */
  async expectStored(schema, students, withLedger) {
    const [figures] = await this.query(
      `SELECT COUNT(fetched_at) AS fetched, SUM(tagihan) AS tagihan, SUM(dibayar) AS dibayar,
         SUM(lebih_bayar) AS lebihBayar, SUM(LENGTH(pembayaran)) AS bytes FROM ${schema}.siswa`,
    );
    this.expectSame(`figures of ${students}`, schema, figures);
    if (Number(figures.fetched) !== students) throw notTheSame(schema, `${students} students`, figures);
    if (!withLedger) return;
    const [ledger] = await this.query(
      `SELECT COUNT(*) AS ended FROM ${schema}.sync_run_siswa WHERE outcome = 'updated'`,
    );
    const [bills] = await this.query(
      `SELECT COUNT(*) AS bills, SUM(tagihan - dibayar) AS open FROM ${schema}.tagihan_terbuka`,
    );
    this.expectSame(`rows of ${students}`, schema, { ...ledger, ...bills });
  }

  /** @param {string} what @param {string} schema @param {object} found */
  expectSame(what, schema, found) {
    const text = JSON.stringify(found);
    const expected = this.stored.get(what) ?? text;
    this.stored.set(what, expected);
    if (expected !== text) throw notTheSame(schema, expected, found);
  }
}

/** @param {string} schema @param {string} expected @param {object} found */
const notTheSame = (schema, expected, found) =>
  new LauncherError(`${schema} stored ${JSON.stringify(found)}, expected ${expected}`);
