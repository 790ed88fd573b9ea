import SqliteDatabase from 'better-sqlite3';

type Row = Record<string, string | number | null>;

/** What one adding of an item of a new name writes. */
export interface NewRows {
  foods: Row;
  items: Row;
  actions: Row;
  journal_entries: Row;
}

/** The newest row of each table: what the last adding wrote. */
export function newestRows(file: string): NewRows {
  const connection = new SqliteDatabase(file, { readonly: true });
  const newest = (table: string) =>
    connection.prepare(`select * from ${table} order by id desc limit 1`).get() as Row;
  const rows = {
    foods: newest('foods'),
    items: newest('items'),
    actions: newest('actions'),
    journal_entries: newest('journal_entries'),
  };
  connection.close();
  return rows;
}

export function countItems(file: string): number {
  const connection = new SqliteDatabase(file, { readonly: true });
  const count = connection.prepare('select count(*) from items').pluck().get() as number;
  connection.close();
  return count;
}

/**
 * Inserts such rows again and again under other names, all of one adding in one transaction that is on the disk when it
 * is done: with nothing between the route and SQLite.
 * @param file with Larder's tables, their indexes and their triggers
 */
export function inserter(file: string, rows: NewRows): (name: string) => void {
  const connection = new SqliteDatabase(file);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  const into = (table: keyof NewRows) => {
    const columns = Object.keys(rows[table]).filter((column) => column !== 'id');
    const values = columns.map((column) => `@${column}`);
    const statement = connection.prepare(`insert into ${table} (${columns}) values (${values})`);
    return (changed: Row) => Number(statement.run({ ...rows[table], ...changed }).lastInsertRowid);
  };
  const [food, item, action, entry] = [
    into('foods'),
    into('items'),
    into('actions'),
    into('journal_entries'),
  ];
  return connection.transaction((name: string) => {
    const foodId = food({ name, name_key: name.toLowerCase() });
    const itemId = item({ food_id: foodId });
    const actionId = action({ once_key: rows.actions.once_key === null ? null : `once for ${name}` });
    entry({ action_id: actionId, subject_id: itemId, food_id: foodId });
  });
}
