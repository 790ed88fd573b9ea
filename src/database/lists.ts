import { type RawBuilder, sql } from 'kysely';

/** With 20 columns that is a third of the 32,766 values that SQLite takes. */
const ROWS_AT_ONCE = 500;

/**
 * A list for the right of `in`, of any length: one value of the statement, since SQLite refuses more than 32,766.
 * @param values ids or keys
 * @see SQLite, Limits (SQLITE_MAX_VARIABLE_NUMBER); The JSON functions (json_each)
 */
export function anyOf<T extends number | string>(values: readonly T[]): RawBuilder<T> {
  // SQLite keeps an index's order for one value, not for a list.
  if (values.length === 1) return sql<T>`(${values[0]})`;
  return anyOfJson(JSON.stringify(values));
}

/** As anyOf, for a query that is prepared. @param json the list as JSON */
export function anyOfJson<T>(json: string): RawBuilder<T> {
  return sql<T>`(select value from json_each(${json}))`;
}

/** A list as a table with one column, `value`. @param values ids */
export function eachOf(values: readonly number[]): RawBuilder<{ value: number }> {
  return sql<{ value: number }>`json_each(${JSON.stringify(values)})`;
}

/** Rows in parts that fit into one insert each. */
export function inParts<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    parts.push(rows.slice(from, from + ROWS_AT_ONCE));
  return parts;
}
