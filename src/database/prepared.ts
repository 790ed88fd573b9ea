import type { Compilable, CompiledQuery, DialectAdapter } from 'kysely';
import type { Database } from './database.js';

/** Stands for a value that comes with each run. */
class Later {
  constructor(readonly n: number) {}
}

/**
 * A query that is asked often: Kysely builds it once for a database and its transactions, and it runs with other values
 * each time.
 * @param count how many values it takes
 * @param build makes the query; each value may stand in it where a value can
 * @returns runs it
 */
export function prepared<Values extends readonly unknown[], Row>(
  count: Values['length'],
  build: (db: Database, ...values: Values) => Compilable<Row>,
): (db: Database, ...values: Values) => Promise<Row[]> {
  // Transactions have the adapter of their database.
  const queries = new WeakMap<DialectAdapter, CompiledQuery>();
  const places = Array.from({ length: count }, (_, n) => new Later(n));
  return async (db, ...values) => {
    const { adapter } = db.getExecutor();
    const built = queries.get(adapter) ?? build(db, ...(places as unknown as Values)).compile();
    queries.set(adapter, built);
    const parameters = built.parameters.map((value) => (value instanceof Later ? values[value.n] : value));
    const { rows } = await db.executeQuery({ ...built, parameters });
    return rows as Row[];
  };
}
