import { type RawBuilder, sql } from 'kysely';
import { byEngine } from './by-engine.js';

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
  return byEngine<T>({
    sqlite: sql`(select value from json_each(${JSON.stringify(values)}))`,
    postgres: values.length === 0 ? sql`(null)` : sql`any(${values}::${arrayOf(values[0])})`,
  });
}

/** As anyOf for texts, for a query that is prepared. @param json the list as JSON */
export function anyOfJson(json: string): RawBuilder<string> {
  return byEngine<string>({
    sqlite: sql`(select value from json_each(${json}))`,
    postgres: sql`(select json_array_elements_text(${json}::json))`,
  });
}

/** A list as a table with one column, `value`. @param values ids */
export function eachOf(values: readonly number[]): RawBuilder<{ value: number }> {
  return byEngine<{ value: number }>({
    sqlite: sql`json_each(${JSON.stringify(values)})`,
    postgres: sql`(select unnest(${values}::bigint[]) as value)`,
  });
}

/** PostgreSQL's type of a list with such values. */
function arrayOf(value: number | string | undefined) {
  return typeof value === 'number' ? sql`bigint[]` : sql`text[]`;
}

/** Rows in parts that fit into one insert each. */
export function inParts<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    parts.push(rows.slice(from, from + ROWS_AT_ONCE));
  return parts;
}
