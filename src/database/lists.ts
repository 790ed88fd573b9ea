import { type RawBuilder, sql } from 'kysely';

/** Rows in one insert. Of the widest rows, 20 columns, that is a third of the 32,766 values that a statement may carry. */
const ROWS_AT_ONCE = 500;

/**
 * A list for the right of `in`, however long: one value of the statement, where each id as a value of its own would make
 * a statement that SQLite refuses from 32,766 on, and another one for each length. On PostgreSQL this is `any(…)`.
 * @param values ids or keys; an empty list holds nothing
 * @see SQLite, Limits (SQLITE_MAX_VARIABLE_NUMBER); The JSON functions (json_each)
 */
export function anyOf<T extends number | string>(values: readonly T[]): RawBuilder<T> {
  // A list of one is an equation to SQLite, by which an index keeps its order.
  if (values.length === 1) return sql<T>`(${values[0]})`;
  return sql<T>`(select value from json_each(${JSON.stringify(values)}))`;
}

/** Rows to be inserted, in parts that fit into one statement each. */
export function inParts<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    parts.push(rows.slice(from, from + ROWS_AT_ONCE));
  return parts;
}
