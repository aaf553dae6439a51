import * as mysql2 from 'mysql2';

/** Below the 5 s within which a cancelled run is over, whoever was frozen in the middle of it. */
const IDLE_SECONDS = 3;

/** Without NO_BACKSLASH_ESCAPES and ANSI_QUOTES, under which quoted values would mean something else. */
export const SQL_MODE = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

/**
 * What every connection begins with, so that a server's own settings do no harm. MariaDB drops one that falls silent
 * inside a transaction, so a frozen process does not hold its row locks; MySQL has no such setting: there the operating
 * system's keep-alive has to notice. Nor does it look up a list of a thousand keys in a temporary table: that takes longer, and may make it read all of
 * the other one.
 */
const BEGIN_SESSION = [
  `SET SESSION sql_mode = '${SQL_MODE}'`,
  'autocommit = 1',
  "time_zone = '+00:00'",
  'default_storage_engine = InnoDB',
].join(', ');
const OF_MARIADB = [
  `idle_transaction_timeout = ${IDLE_SECONDS}`,
  'in_predicate_conversion_threshold = 0',
].join(', ');

/** mysql2 for TypeORM, with connections that have begun as they must before anybody gets them. */
export const driver = {
  createPool(options: mysql2.PoolOptions): mysql2.Pool {
    const pool = mysql2.createPool(options);
    pool.on('connection', (connection) => {
      connection.query(`${BEGIN_SESSION} /*M! , ${OF_MARIADB} */`, (error) => {
        if (error) connection.destroy();
      });
    });
    return pool;
  },
};
