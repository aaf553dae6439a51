import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { StartError } from '../config/start-error';
import { SQL_MODE } from './session';

/** An answer of the payment service has up to 5 MB, and is written among others. */
const PACKET_NEEDED = 16 * 1024 * 1024;
const OLDEST = { MySQL: [8, 0], MariaDB: [10, 6] } as const;

const logger = new Logger('Database');

interface Variables {
  version: string;
  maxAllowedPacket: string;
  sqlMode: string;
  readOnly: string;
}

/** Refuses a server on which the product could not keep its promises: which variable it is, what it has, what is needed. */
export async function checkServer(dataSource: DataSource): Promise<void> {
  const [server] = await dataSource.query<Variables[]>(
    `SELECT VERSION() AS version, @@GLOBAL.max_allowed_packet AS maxAllowedPacket,
       @@SESSION.sql_mode AS sqlMode, @@GLOBAL.read_only AS readOnly`,
  );
  const wrong = [
    olderThanNeeded(server!.version),
    packetTooSmall(Number(server!.maxAllowedPacket)),
    modeNotTaken(server!.sqlMode),
  ].filter((trouble) => trouble !== null);
  if (wrong.length > 0) throw new StartError(['The database server cannot be used:', ...wrong].join('\n  '));
  if (isOn(server!.readOnly)) {
    logger.warn(
      'read_only is on: the database takes no changes, pages can be read but nothing can be written',
    );
  }
}

function olderThanNeeded(version: string): string | null {
  const kind = version.includes('MariaDB') ? 'MariaDB' : 'MySQL';
  // Some MariaDB servers put 5.5.5- before their version for old replicas.
  const [major = 0, minor = 0] = version
    .replace(/^5\.5\.5-/, '')
    .split(/[.-]/)
    .map(Number);
  const [neededMajor, neededMinor] = OLDEST[kind];
  const isOld = major < neededMajor || (major === neededMajor && minor < neededMinor);
  return isOld ? `version is ${version}, needed is MySQL 8.0 or MariaDB 10.6, or later` : null;
}

function packetTooSmall(bytes: number): string | null {
  if (bytes >= PACKET_NEEDED) return null;
  return `max_allowed_packet is ${bytes}, needed is ${PACKET_NEEDED} or more: SET GLOBAL max_allowed_packet = ${PACKET_NEEDED}, and the same in its configuration`;
}

/** Something between us and the server, a proxy for example, kept what we set for this session from it. */
function modeNotTaken(sqlMode: string): string | null {
  const given = new Set(sqlMode.split(','));
  const isTaken = SQL_MODE.split(',').every((mode) => given.has(mode));
  const isHarmful = given.has('NO_BACKSLASH_ESCAPES') || given.has('ANSI_QUOTES');
  return isTaken && !isHarmful ? null : `sql_mode of the session is "${sqlMode}", needed is "${SQL_MODE}"`;
}

const isOn = (value: string) => ['1', 'ON'].includes(String(value));
