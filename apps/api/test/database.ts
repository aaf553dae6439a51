import { createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { env } from '../src/config/env';
import { ApiTokenEntity } from '../src/auth/api-token.entity';
import { SessionEntity } from '../src/auth/session.entity';
import { UserEntity } from '../src/auth/user.entity';
import { databaseOptions } from '../src/database/database.options';
import { migrate } from '../src/database/migrate';
import { SiswaEntity } from '../src/siswa/siswa.entity';
import { SyncRunEntity } from '../src/sync-pembayaran/run/sync-run.entity';
import { SyncRunEventEntity } from '../src/sync-pembayaran/run/sync-run-event.entity';

const entities = [
  ...[ApiTokenEntity, SessionEntity, UserEntity, SiswaEntity],
  ...[SyncRunEntity, SyncRunEventEntity],
];

/** An empty database with the present schema, on the real server. */
export async function freshDatabase(): Promise<DataSource> {
  const url = new URL(env.DATABASE_URL);
  const name = url.pathname.slice(1);
  url.pathname = '/';
  const server = await createConnection({ uri: url.href });
  await server.query(`DROP DATABASE IF EXISTS \`${name}\``);
  await server.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`);
  await server.end();
  const dataSource = await new DataSource({ ...databaseOptions, entities }).initialize();
  await migrate(dataSource);
  return dataSource;
}

/** Students 1 to `count`, on the roster and never fetched. */
export async function addSiswa(dataSource: DataSource, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => [
    index + 1,
    `Siswa ${String(index + 1).padStart(4, '0')}`,
    index % 2 ? 'SMP' : 'SMA',
    index % 3 ? '8A' : '9B',
  ]);
  await dataSource.query(
    `INSERT INTO siswa (idperson, nama, UnitFormal, KelasFormal, created_at)
     VALUES ${rows.map(() => '(?, ?, ?, ?, UTC_TIMESTAMP(3))').join(', ')}`,
    rows.flat(),
  );
}

/** The first column of the first row. */
export async function scalar<T>(dataSource: DataSource, sql: string, params: unknown[] = []): Promise<T> {
  const [row] = await dataSource.query<Record<string, T>[]>(sql, params);
  return Object.values(row!)[0]!;
}
