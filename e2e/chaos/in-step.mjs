/** Whether a node of a Galera cluster may be written to. */
import mysql from 'mysql2/promise';

const SYNCED = '4';

/** Whether a node answers soon, and is one of a cluster that takes writes. @param {mysql.ConnectionOptions} place */
export async function isInStep(place, withinMs = 1_000) {
  const connection = await mysql.createConnection({ ...place, connectTimeout: withinMs }).catch(() => null);
  if (!connection) return false;
  try {
    const sql = "SHOW STATUS WHERE Variable_name IN ('wsrep_ready', 'wsrep_local_state')";
    const [rows] = await connection.query({ sql, timeout: withinMs });
    const values = /** @type {{ Value: string }[]} */ (rows).map(({ Value }) => Value);
    return values.includes('ON') && values.includes(SYNCED);
  } catch {
    return false;
  } finally {
    connection.destroy();
  }
}
