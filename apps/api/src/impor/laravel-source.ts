import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { readDatabaseUrl, withoutPassword } from '../config/addresses';
import { StartError } from '../config/start-error';
import { momentOf } from './old-time';
import type { OldPembayaran } from './old-answer';

/** A row of the old table of students, each value as its text. */
export type OldSiswa = Record<string, string | null>;

/** What ties a row of payments to its student, and where its JSON is. */
interface Layout {
  link: 'idperson' | 'siswa_id';
  payload: string;
  hasId: boolean;
  hasSaldo: boolean;
}

const PAYLOADS = ['data', 'payments', 'pembayaran'];

/** Every value as the text that the server sends: no time zone, no number in between. */
const asText = { typeCast: (field: { string(encoding?: string): string | null }) => field.string('utf8') };

/** The database of the old application, as it was in one moment; nothing is written there. */
export class LaravelSource {
  private constructor(
    private readonly connection: Connection,
    private readonly layout: Layout,
    private readonly timeZone: string,
  ) {}

  static async open(url: string, timeZone: string): Promise<LaravelSource> {
    let connection: Connection | undefined;
    try {
      connection = await createConnection({
        ...readDatabaseUrl(url),
        charset: 'utf8mb4',
        connectTimeout: 5_000,
      });
      await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
      return new LaravelSource(connection, await layoutOf(connection), timeZone);
    } catch (error) {
      await connection?.end();
      throw new StartError(`--url ${withoutPassword(url)}: ${(error as Error).message}`);
    }
  }

  close(): Promise<void> {
    return this.connection.end();
  }

  siswa(): Promise<OldSiswa[]> {
    return this.rows<OldSiswa>('SELECT * FROM siswa ORDER BY idperson');
  }

  /** What ties rows of payments to students, each once. */
  async links(): Promise<string[]> {
    const { link } = this.layout;
    const rows = await this.rows<{ link: string | null }>(
      `SELECT DISTINCT ${link} AS link FROM siswa_pembayaran ORDER BY ${link}`,
    );
    return rows.map((each) => each.link ?? '');
  }

  /** The idperson that a link means, by the students of the old table. */
  idpersonOf(link: string, siswa: ReadonlyMap<string, string>): string | null {
    return this.layout.link === 'idperson' ? link.trim() : (siswa.get(link) ?? null);
  }

  /** The rows of payments under these links. */
  async pembayaran(links: readonly string[]): Promise<Map<string, OldPembayaran[]>> {
    const { link, payload, hasId } = this.layout;
    const rows = await this.rows<OldSiswa>(
      `SELECT ${link} AS link, ${hasId ? 'id' : link} AS row_id, ${payload} AS payload, created_at, updated_at
       FROM siswa_pembayaran WHERE COALESCE(${link}, '') IN (?) ORDER BY ${hasId ? 'id' : 'updated_at'}`,
      [links],
    );
    const found = new Map<string, OldPembayaran[]>();
    for (const { link: of, row_id: row, payload: text, created_at, updated_at } of rows) {
      const at = momentOf(updated_at!, this.timeZone) ?? momentOf(created_at!, this.timeZone);
      const known = found.get(of ?? '') ?? [];
      found.set(of ?? '', [...known, { row: row ?? '', text: text ?? null, at }]);
    }
    return found;
  }

  /** Balances by link, where they have a table of their own. */
  async saldo(links: readonly string[]): Promise<Map<string, string>> {
    if (!this.layout.hasSaldo) return new Map();
    const rows = await this.rows<{ link: string; saldo: string }>(
      'SELECT siswa_id AS link, saldo FROM siswa_saldo WHERE siswa_id IN (?)',
      [links],
    );
    return new Map(rows.map(({ link, saldo }) => [link, saldo]));
  }

  private async rows<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    const [rows] = await this.connection.query<RowDataPacket[]>({ sql, values: params, ...asText });
    return rows as unknown as Row[];
  }
}

async function layoutOf(connection: Connection): Promise<Layout> {
  const [found] = await connection.query<RowDataPacket[]>(
    `SELECT TABLE_NAME AS name, COLUMN_NAME AS field FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN ('siswa', 'siswa_pembayaran', 'siswa_saldo')`,
  );
  const has = (name: string, field: string) =>
    found.some((row) => row['name'] === name && row['field'] === field);
  const link = (['idperson', 'siswa_id'] as const).find((field) => has('siswa_pembayaran', field));
  const payload = PAYLOADS.find((field) => has('siswa_pembayaran', field));
  if (!has('siswa', 'idperson') || !has('siswa', 'nama'))
    throw new Error('there is no table siswa with idperson and nama');
  if (!link || !payload || !has('siswa_pembayaran', 'updated_at') || !has('siswa_pembayaran', 'created_at'))
    throw new Error(
      `there is no table siswa_pembayaran with idperson or siswa_id, one of ${PAYLOADS.join(', ')}, created_at and updated_at`,
    );
  const hasSaldo = link === 'siswa_id' && has('siswa_saldo', 'siswa_id') && has('siswa_saldo', 'saldo');
  return { link, payload, hasId: has('siswa_pembayaran', 'id'), hasSaldo };
}
