import type { DataSource } from 'typeorm';

interface Plan {
  table: string | null;
  type: string | null;
  key: string | null;
  Extra: string | null;
}

/** How the server goes about each statement that `work` sends it, one line a table: table, way, index, and what more it does. */
export async function plansOf(dataSource: DataSource, work: () => Promise<unknown>): Promise<string[]> {
  const sent: [sql: string, params: unknown[]][] = [];
  const runner = dataSource.createQueryRunner();
  const createQueryRunner = jest.spyOn(dataSource, 'createQueryRunner').mockReturnValue(runner);
  const query = runner.query.bind(runner) as (...asked: unknown[]) => Promise<unknown>;
  const spy = jest.spyOn(runner, 'query').mockImplementation(async (...asked: unknown[]) => {
    const [sql, params = []] = asked as [string, unknown[] | undefined];
    if (/^\s*\(?(SELECT|WITH)/i.test(sql)) sent.push([sql, params]);
    return query(...asked);
  });
  const release = jest.spyOn(runner, 'release').mockResolvedValue(undefined);
  try {
    await work();
    const lines: string[] = [];
    for (const [sql, params] of sent)
      for (const { table, type, key, Extra } of (await query(`EXPLAIN ${sql}`, params)) as Plan[])
        if (table && !table.startsWith('<')) lines.push([table, type, key, Extra].join(' | '));
    return lines;
  } finally {
    spy.mockRestore();
    release.mockRestore();
    createQueryRunner.mockRestore();
    await runner.release();
  }
}
