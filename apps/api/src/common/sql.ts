/** A part of a statement with the values of its question marks. */
export interface Sql {
  sql: string;
  params: unknown[];
}

/** A condition with the values of its question marks. */
export type Condition = [sql: string, ...params: unknown[]];

/** All of the conditions that there are; without any, whatever there is. */
export function allOf(conditions: readonly (Condition | null)[]): Sql {
  const given = conditions.filter((condition) => condition !== null);
  return {
    sql: given.map(([sql]) => sql).join(' AND ') || 'TRUE',
    params: given.flatMap(([, ...params]) => params),
  };
}

/** A condition on one value; none where there is no value. */
export const is = (sql: string, value: unknown): Condition | null =>
  value === undefined ? null : [sql, value];
