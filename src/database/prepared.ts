import type { Compilable, CompiledQuery, DialectAdapter, Insertable, Selectable } from 'kysely';
import type { Database } from './database.js';
import type { Tables } from './tables.js';

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

/**
 * An insert of one row that is asked often: Kysely builds it once for the columns that rows give.
 * @returns inserts a row, and gives it as the table has it
 */
export function preparedInsert<Table extends keyof Tables>(
  table: Table,
): (db: Database, row: Insertable<Tables[Table]>) => Promise<Selectable<Tables[Table]>> {
  type Row = Selectable<Tables[Table]>;
  const inserts = new Map<string, (db: Database, ...values: unknown[]) => Promise<Row[]>>();
  const insertOf = (columns: string[]) =>
    prepared<unknown[], Row>(columns.length, (db, ...values) => {
      const row = Object.fromEntries(columns.map((column, n) => [column, values[n]]));
      return db
        .insertInto(table)
        .values(row as Insertable<Tables[Table]>)
        .returningAll() as Compilable<Row>;
    });
  return async (db, row) => {
    const given = Object.entries(row).filter(([, value]) => value !== undefined);
    const columns = given.map(([column]) => column);
    const insert = inserts.get(columns.join()) ?? insertOf(columns);
    inserts.set(columns.join(), insert);
    const [made] = await insert(db, ...given.map(([, value]) => value));
    if (!made) throw new Error(`A row was inserted into ${table}, and is not there`);
    return made;
  };
}
