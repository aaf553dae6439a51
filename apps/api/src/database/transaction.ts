import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';

/** The part of mysql2's callback connection that is used here. */
interface RawConnection {
  execute(
    sql: string,
    params: unknown[],
    done: (error: Error | null, result: { affectedRows: number }) => void,
  ): void;
}

export interface Transaction {
  manager: EntityManager;
  /** Runs a text statement; rows or a result header, as mysql2 gives them. */
  query<T = unknown>(sql: string, params?: unknown[]): Promise<T>;
  /** Runs a prepared statement with binary parameters (no escaping of large texts); answers the affected rows. */
  execute(sql: string, params: unknown[]): Promise<number>;
}

const DEADLOCK_OR_LOCK_WAIT = new Set([1205, 1213]);
const DUPLICATE_ENTRY = 1062;
const ATTEMPTS = 5;

/** What is done once a transaction has been committed. */
const toDo = new WeakMap<EntityManager, (() => void)[]>();

/** Runs `work` in one READ COMMITTED transaction; a deadlock's victim is tried again from the beginning. */
export function inTransaction<T>(dataSource: DataSource, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return againWhenLost(async () => {
    const actions: (() => void)[] = [];
    const result = await dataSource.transaction('READ COMMITTED', async (manager) => {
      toDo.set(manager, actions);
      return work(await transactionOf(manager));
    });
    for (const action of actions) action();
    return result;
  });
}

/** Does `action` when the transaction of this manager has been committed: at once where there is none, never where it was rolled back. */
export function afterCommit(manager: EntityManager, action: () => void): void {
  const actions = toDo.get(manager);
  if (actions) actions.push(action);
  else action();
}

/** Runs statements that all read the same moment, however others write meanwhile. */
export function inSnapshot<T>(
  dataSource: DataSource,
  work: (db: Pick<Transaction, 'query'>) => Promise<T>,
): Promise<T> {
  return dataSource.transaction('REPEATABLE READ', (manager) => work(manager));
}

/** Does again, a few times, what lost to another transaction and so has done nothing. */
export async function againWhenLost<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isLockConflict(error) || attempt === ATTEMPTS) throw error;
      await sleep(Math.random() * 20 * attempt);
    }
  }
}

/** Whether the transaction lost to another one, and may succeed when it is done again. */
export function isLockConflict(error: unknown): boolean {
  return DEADLOCK_OR_LOCK_WAIT.has(errnoOf(error));
}

/** Whether a unique key was there already. */
export function isDuplicate(error: unknown): boolean {
  return errnoOf(error) === DUPLICATE_ENTRY;
}

/** The server's error number, or 0. */
export function errnoOf(error: unknown): number {
  const { driverError, errno } = error as { driverError?: { errno?: number }; errno?: number };
  return driverError?.errno ?? errno ?? 0;
}

async function transactionOf(manager: EntityManager): Promise<Transaction> {
  const connection = (await manager.queryRunner!.connect()) as RawConnection;
  return {
    manager,
    query: (sql, params) => manager.query(sql, params),
    execute: (sql, params) =>
      new Promise((resolve, reject) => {
        connection.execute(sql, params, (error, result) =>
          error ? reject(error) : resolve(result.affectedRows),
        );
      }),
  };
}
