import { createConnection } from 'mysql2/promise';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { readDatabaseUrl } from '../src/config/addresses';
import { connectDatabase } from '../src/database/connect';
import { explain } from '../src/database/connect-trouble';
import { databaseOptions } from '../src/database/database.options';
import { migrate } from '../src/database/migrate';
import { scalar } from './database';
import { PrivateServers, tls, whereServersAre } from './private-servers';

const ODD_MODE = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES';

whereServersAre('the start on a database that is not as it should be', () => {
  let servers: PrivateServers;
  const opened: DataSource[] = [];

  beforeAll(async () => {
    servers = await PrivateServers.start({
      database: [
        `--sql-mode=${ODD_MODE}`,
        `--ssl-cert=${tls('server.pem')}`,
        `--ssl-key=${tls('server-key.pem')}`,
      ],
    });
  }, 60_000);
  afterEach(async () => {
    for (const dataSource of opened.splice(0)) await dataSource.destroy();
  });
  afterAll(() => servers.stop());

  /** The options of a process whose DATABASE_URL differs from the right one in this. */
  function options(differs: Partial<URL> = {}): DataSourceOptions {
    const { user: username, ...address } = readDatabaseUrl(
      Object.assign(new URL(servers.databaseUrl), differs).href,
    );
    return { ...databaseOptions, ...address, ssl: address.ssl, username };
  }

  async function connect(differs: Partial<URL> = {}): Promise<DataSource> {
    const dataSource = await connectDatabase(options(differs));
    opened.push(dataSource);
    return dataSource;
  }

  async function asAdmin(...statements: string[]): Promise<void> {
    const { socketPath, databaseUrl } = servers;
    const admin = await createConnection({ socketPath, user: 'root', password: databaseUrl.password });
    for (const statement of statements) await admin.query(statement);
    await admin.end();
  }

  const trouble = (differs: Partial<URL>) =>
    connect(differs).then(
      () => 'none',
      (error: Error) => error.message,
    );

  it.each<[Partial<URL>, RegExp]>([
    [
      { password: 'rahasia' },
      /DATABASE_URL \(mysql:\/\/bantubayar@127.0.0.1:\d+\/bantubayar\): the server refuses the user "bantubayar"/,
    ],
    [{ pathname: '/tiada' }, /no database "tiada"; CREATE DATABASE/],
    [{ search: `?ssl=verify&ca=${tls('other-ca.pem')}` }, /certificate is not accepted/],
    [{ search: '?ssl=verify' }, /certificate is not accepted/],
  ])('says of %j what is wrong, at once and without the password', async (differs, words) => {
    const begun = performance.now();
    const said = await trouble(differs);
    expect(said).toMatch(words);
    expect(said).not.toContain(servers.databaseUrl.password);
    expect(said).not.toContain('rahasia');
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it.each([
    ['mysql://u:rahasia@127.0.0.1:1/db', /nothing listens there/, true],
    ['mysql://u:rahasia@tiada.invalid/db', /nobody knows a host "tiada.invalid"/, true],
  ])('knows what may pass: %s', async (url, words, mayPass) => {
    const { user: username, ...address } = readDatabaseUrl(url);
    const elsewhere = { ...databaseOptions, ...address, username };
    const error: unknown = await new DataSource(elsewhere).initialize().catch((reason: unknown) => reason);
    expect(explain(error, elsewhere)).toEqual({ words: expect.stringMatching(words), mayPass });
  });

  it('waits for a Redis port that is no database, and says so', async () => {
    const wrong = options({ port: servers.redisUrl.port });
    const error: unknown = await new DataSource({ ...wrong, connectTimeout: 300 } as never)
      .initialize()
      .catch((reason: unknown) => reason);
    expect(explain(error, wrong).words).toMatch(/nobody answers there|does not speak like/);
  });

  it.each(['?ssl=required', `?ssl=verify&ca=${tls('ca.pem')}`])(
    'speaks encrypted with %s',
    async (search) => {
      const dataSource = await connect({ search });
      const [status] = await dataSource.query<{ Value: string }[]>("SHOW STATUS LIKE 'Ssl_cipher'");
      expect(status!.Value).not.toBe('');
    },
  );

  it('does no harm where the server would read quoted values otherwise', async () => {
    const dataSource = await connect();
    const evil = '\\\' OR 1 = 1 -- "';
    const [row] = await dataSource.query<{ text: string; mode: string; engine: string; zone: string }[]>(
      'SELECT ? AS text, @@SESSION.sql_mode AS mode, @@default_storage_engine AS engine, @@time_zone AS zone',
      [evil],
    );
    expect(row).toMatchObject({ text: evil, engine: 'InnoDB', zone: '+00:00' });
    expect(row!.mode).toContain('STRICT_TRANS_TABLES');
    expect(row!.mode).not.toMatch(/NO_BACKSLASH_ESCAPES|ANSI_QUOTES/);
    await expect(
      dataSource.query("INSERT INTO siswa (idperson, nama, created_at) VALUES (1, REPEAT('a', 9999), NOW())"),
    ).rejects.toThrow(/too long/);
  });

  it('refuses a packet that cannot hold an answer', async () => {
    await asAdmin('SET @@GLOBAL.max_allowed_packet = 1048576');
    const said = await trouble({});
    await asAdmin('SET @@GLOBAL.max_allowed_packet = 67108864');
    expect(said).toMatch(/max_allowed_packet is 1048576, needed is 16777216 or more/);
  });

  it('names the rights that are missing, before anything was changed', async () => {
    await asAdmin(
      'CREATE DATABASE sempit',
      "CREATE USER sempit@'127.0.0.1' IDENTIFIED BY 'rahasia'",
      "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER ON sempit.* TO sempit@'127.0.0.1'",
    );
    const narrow = { username: 'sempit', password: 'rahasia', pathname: '/sempit' };
    expect(await trouble(narrow)).toMatch(
      /user "sempit" lacks rights on "sempit": INDEX(, REFERENCES)?\. GRANT ALL/,
    );
    await asAdmin("GRANT ALL ON sempit.* TO sempit@'127.0.0.1'");
    await connect(narrow);
    await asAdmin(
      "REVOKE ALL ON sempit.* FROM sempit@'127.0.0.1'",
      "GRANT SELECT, INSERT ON sempit.* TO sempit@'127.0.0.1'",
    );
    expect(await trouble(narrow)).toMatch(/lacks rights on "sempit": UPDATE, DELETE/);
    await asAdmin("GRANT SELECT, INSERT, UPDATE, DELETE ON sempit.* TO sempit@'127.0.0.1'");
    await connect(narrow);
  });

  it('starts on a database that takes no changes just now', async () => {
    await connect();
    await asAdmin(
      "CREATE USER IF NOT EXISTS pembaca@'127.0.0.1' IDENTIFIED BY 'rahasia'",
      "GRANT ALL ON bantubayar.* TO pembaca@'127.0.0.1'",
      'SET GLOBAL read_only = 1',
    );
    const said = await trouble({ username: 'pembaca', password: 'rahasia' });
    await asAdmin('SET GLOBAL read_only = 0');
    expect(said).toBe('none');
  });

  describe('with a migration that fails', () => {
    class Breaks1999999999999 {
      name = 'Breaks1999999999999';
      async up(runner: { query(sql: string): Promise<void> }): Promise<void> {
        await runner.query('CREATE TABLE half_way (id INT PRIMARY KEY)');
        await runner.query('ALTER TABLE half_way ADD COLUMN id INT');
      }
      async down(): Promise<void> {}
    }

    it('says what is left and what to do, and leaves no lock behind', async () => {
      await connect();
      const dataSource = await new DataSource({
        ...options(),
        migrations: [...databaseOptions.migrations, Breaks1999999999999],
      }).initialize();
      opened.push(dataSource);
      await expect(migrate(dataSource)).rejects.toThrow(
        /migration Breaks1999999999999 failed: Duplicate column name 'id'[\s\S]*restore the backup/,
      );
      expect(await scalar(dataSource, "SELECT IS_FREE_LOCK('bantubayar_migrations')")).toBe(1);
    });

    it('says so when another process does not come to an end with it', async () => {
      const dataSource = await connect();
      const other = dataSource.createQueryRunner();
      await other.query("SELECT GET_LOCK('bantubayar_migrations', 0)");
      await expect(migrate(dataSource, 0)).rejects.toThrow(/lock "bantubayar_migrations"/);
      await other.query("SELECT RELEASE_LOCK('bantubayar_migrations')");
      await other.release();
    });
  });
});
