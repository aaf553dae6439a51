import type { DataSourceOptions } from 'typeorm';
import { isConnectionError } from './connection-error';

interface Place {
  host: string;
  port: number;
  username: string;
  database: string;
  ssl?: object;
}

interface Explanation {
  /** For the operator: what it is and what helps. */
  words: string;
  /** Whether the same may succeed in a moment. */
  mayPass: boolean;
}

const CERTIFICATE =
  /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|certificate|ERR_TLS|Hostname\/IP does not match/;

/** By the codes of the server, of mysql2 and of the system. */
const TROUBLES: [code: RegExp, words: (place: Place, message: string) => string, mayPass: boolean][] = [
  [
    /ER_ACCESS_DENIED/,
    ({ username, ssl }) =>
      `the server refuses the user "${username}" with the password given${ssl ? '' : ', or wants an encrypted connection (?ssl=required)'}`,
    false,
  ],
  [
    /ER_DBACCESS_DENIED/,
    ({ username, database }) =>
      `the user "${username}" has no rights on the database "${database}", or it does not exist`,
    false,
  ],
  [
    /ER_BAD_DB/,
    ({ database }) =>
      `the server has no database "${database}"; CREATE DATABASE \`${database}\` CHARACTER SET utf8mb4 makes it`,
    false,
  ],
  [/ER_HOST_NOT_PRIVILEGED/, () => 'the server lets nobody in from this machine', false],
  [
    /ER_SECURE_TRANSPORT_REQUIRED/,
    () => 'the server wants an encrypted connection: add ?ssl=required or ?ssl=verify&ca=FILE',
    false,
  ],
  [
    /HANDSHAKE_NO_SSL_SUPPORT/,
    () => 'the server offers no encrypted connection, which ?ssl= asks for',
    false,
  ],
  [
    CERTIFICATE,
    (_, message) =>
      `the server's certificate is not accepted (${message}); ?ssl=verify&ca=FILE names its authority`,
    false,
  ],
  [/ENOTFOUND|EAI_AGAIN/, ({ host }) => `nobody knows a host "${host}"`, true],
  [/ECONNREFUSED/, () => 'nothing listens there; is the server running, and are host and port right?', true],
  [/ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/, () => 'nobody answers there; are host and port right?', true],
  [/ER_CON_COUNT/, () => 'the server has no connection left (max_connections)', true],
  [
    /WSREP has not yet/,
    () => 'this node of the Galera cluster is not in step with the others (wsrep_ready)',
    true,
  ],
  [
    /PROTOCOL|malformed|unexpected packet|packets out of order/i,
    (_, message) => `what answers there does not speak like a MySQL or MariaDB server (${message})`,
    true,
  ],
];

/** What a failed connection means, with the place and without the password. */
export function explain(error: unknown, options: DataSourceOptions): Explanation {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const place = options as unknown as Place;
  const [, words, mayPass] = TROUBLES.find(([known]) => known.test(`${code} ${message}`)) ?? [
    null,
    () => `${code || 'error'}: ${message}`,
    isConnectionError(error),
  ];
  const where = `mysql://${place.username}@${place.host}:${place.port}/${place.database}`;
  return { words: `DATABASE_URL (${where}): ${words(place, message)}.`, mayPass };
}
