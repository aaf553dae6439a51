import type { DataSource } from 'typeorm';
import { StartError } from '../config/start-error';
import { isConnectionError } from './connection-error';
import { errnoOf } from './transaction';

const SCRATCH = 'bantubayar_rights_check';
/** Access denied: to the database, to a table, to a column, to a right of the whole server. */
const DENIED = new Set([1044, 1142, 1143, 1227, 1370]);

/** What changing tables takes, tried on a table that goes away again. */
const DDL: [right: string, statement: string][] = [
  ['DROP', `DROP TABLE IF EXISTS ${SCRATCH}`],
  ['CREATE', `CREATE TABLE ${SCRATCH} (id INT PRIMARY KEY, parent INT) ENGINE=InnoDB`],
  ['ALTER', `ALTER TABLE ${SCRATCH} ADD COLUMN more INT`],
  ['INDEX', `CREATE INDEX more ON ${SCRATCH} (more)`],
  ['REFERENCES', `ALTER TABLE ${SCRATCH} ADD FOREIGN KEY (parent) REFERENCES ${SCRATCH} (id)`],
  ['DROP', `DROP TABLE ${SCRATCH}`],
];

/** What every day takes, on rows that do not exist. */
const DML: [right: string, statement: string][] = [
  ['INSERT', 'INSERT INTO siswa (idperson) SELECT idperson FROM siswa WHERE 1 = 0'],
  ['UPDATE', 'UPDATE siswa SET nama = nama WHERE 1 = 0'],
  ['DELETE', 'DELETE FROM siswa WHERE 1 = 0'],
];

/** Whether the user may do what the product does; told before the first step, not in the middle of a migration. */
export async function checkRights(dataSource: DataSource, isPending: boolean): Promise<void> {
  const missing = new Set<string>();
  for (const [right, statement] of isPending ? DDL : DML) {
    try {
      await dataSource.query(statement);
    } catch (error) {
      // A database that takes no changes just now is no matter of rights.
      if (!DENIED.has(errnoOf(error)) && (isPending || isConnectionError(error))) throw error;
      if (DENIED.has(errnoOf(error))) missing.add(right);
      if (right === 'CREATE') break;
    }
  }
  if (missing.size === 0) return;
  const { username, database } = dataSource.options as { username?: string; database?: string };
  throw new StartError(
    `The database user "${username}" lacks rights on "${String(database)}": ${[...missing].join(', ')}. GRANT ALL ON \`${String(database)}\`.* TO that user gives them.`,
  );
}
