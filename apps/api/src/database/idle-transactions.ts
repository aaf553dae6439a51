import type { Connection } from 'mysql2';
import type { DataSource } from 'typeorm';

/** Below the 5 s within which a cancelled run is over, whoever was frozen in the middle of it. */
const IDLE_SECONDS = 3;

/**
 * MariaDB drops a connection that falls silent inside a transaction, so a frozen process does not hold its row locks.
 * MySQL has no such setting: there the operating system's keep-alive has to notice.
 */
export async function limitIdleTransactions(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ version: string }[]>('SELECT VERSION() AS version');
  if (!row!.version.includes('MariaDB')) return;
  const { pool } = dataSource.driver as unknown as {
    pool: { on(event: 'connection', listener: (connection: Connection) => void): void };
  };
  const limit = `SET SESSION idle_transaction_timeout = ${IDLE_SECONDS}`;
  pool.on('connection', (connection) => {
    connection.query(limit, () => undefined);
  });
  // The pool has one connection already: the one that was just asked.
  await dataSource.query(limit);
}
