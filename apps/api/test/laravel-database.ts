import { type Connection, createConnection } from 'mysql2/promise';
import { env } from '../src/config/env';

const STUDENT = `idperson VARCHAR(255) NOT NULL, nama VARCHAR(255), gender ENUM('L', 'P'),
  lahirtempat VARCHAR(255), lahirtanggal DATE, phone VARCHAR(255), UnitFormal VARCHAR(255), KelasFormal VARCHAR(255),
  AsramaPondok VARCHAR(255), KamarPondok VARCHAR(255), TingkatDiniyah VARCHAR(255), KelasDiniyah VARCHAR(255)`;
const TIMES = 'created_at TIMESTAMP NULL, updated_at TIMESTAMP NULL';

/** A database as the former application's migrations made it. */
export const BY_PERIOD = [
  `CREATE TABLE siswa (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, ${STUDENT}, ${TIMES}) CHARSET=utf8mb4`,
  `CREATE TABLE siswa_pembayaran (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, siswa_id BIGINT UNSIGNED NOT NULL,
     periode VARCHAR(255), kelas_info TEXT, data LONGTEXT, ${TIMES}) CHARSET=utf8mb4`,
  'CREATE TABLE siswa_saldo (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, siswa_id BIGINT UNSIGNED, saldo DECIMAL(15, 2))',
];
/** And one that keeps whole answers, in the encoding of old servers and with times that may be zero. */
export const BY_ANSWER = [
  `CREATE TABLE siswa (${STUDENT}) CHARSET=latin1`,
  `CREATE TABLE siswa_pembayaran (id INT AUTO_INCREMENT PRIMARY KEY, idperson VARCHAR(32), payments LONGTEXT,
     created_at DATETIME NULL, updated_at DATETIME NULL) CHARSET=latin1`,
];

export class LaravelDatabase {
  private constructor(
    readonly url: string,
    private readonly connection: Connection,
  ) {}

  static async create(tables: readonly string[]): Promise<LaravelDatabase> {
    const url = new URL(env.DATABASE_URL);
    url.pathname += '_laravel';
    const name = url.pathname.slice(1);
    const server = new URL(url);
    server.pathname = '/';
    const connection = await createConnection({ uri: server.href, charset: 'utf8mb4' });
    await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
    await connection.query(`CREATE DATABASE \`${name}\``);
    await connection.query(`USE \`${name}\``);
    await connection.query("SET SESSION sql_mode = ''");
    for (const table of tables) await connection.query(table);
    return new LaravelDatabase(url.href, connection);
  }

  async insert(table: string, ...rows: object[]): Promise<void> {
    for (const row of rows) await this.connection.query(`INSERT INTO ${table} SET ?`, [row]);
  }

  async query(sql: string): Promise<void> {
    await this.connection.query(sql);
  }

  close(): Promise<void> {
    return this.connection.end();
  }
}

/** A school year as the payment service sends it, with one bill. */
export const period = (id: string, dibayar: unknown, tagihan: number, kelas = '8A') => ({
  period_id: id,
  kelas_info: kelas,
  categories: [
    {
      category_name: 'SPP',
      items: [
        {
          unit_id: '1',
          unit_name: 'SPP Juli',
          amount_billed: dibayar,
          amount_paid: tagihan,
          remaining_balance: Number(dibayar) - tagihan,
          journal_date: '2026-07-10',
        },
      ],
    },
  ],
});
