import type { EntityManager } from 'typeorm';
import { SyncRunEntity } from './sync-run.entity';

/**
 * The run of which `where` is true; null where there is none. The active one is looked at many times a second, and TypeORM
 * composes its statement anew each time, which costs several times what running it does.
 */
export async function readRun(
  manager: EntityManager,
  where: string,
  params: unknown[],
): Promise<SyncRunEntity | null> {
  const [row] = await manager.query<Record<string, unknown>[]>(
    `SELECT * FROM sync_run WHERE ${where} LIMIT 1`,
    params,
  );
  return row ? runOf(manager, row) : null;
}

/** A run from its row, which may tell more than that. */
export function runOf({ connection }: EntityManager, row: Record<string, unknown>): SyncRunEntity {
  const { columns } = connection.getMetadata(SyncRunEntity);
  return Object.assign(
    new SyncRunEntity(),
    ...columns.map((column) => ({
      [column.propertyName]: connection.driver.prepareHydratedValue(
        row[column.databaseName],
        column,
      ) as unknown,
    })),
  );
}
