import { type Kysely, sql } from 'kysely';

/** What a table holds its rows to, in words that are the same for each engine. */
export interface TableShape {
  columns: string[];
  uniques: string[];
  foreignKeys: string[];
  /** How many rules of each kind: the engines write them in their own ways. */
  checks: number;
  indexes: string[];
}

const KYSELY = /^(kysely_|sqlite_)/;

export async function ofSqlite(db: Kysely<unknown>): Promise<Record<string, TableShape>> {
  const tables = await rowsOf<{ name: string; sql: string }>(
    db,
    "select name, sql from sqlite_master where type = 'table' order by name",
  );
  const shapes: Record<string, TableShape> = {};
  for (const table of tables.filter(({ name }) => !KYSELY.test(name))) {
    const { name } = table;
    const columns = await rowsOf<SqliteColumn>(db, `pragma table_info(${name})`);
    const indexes = await rowsOf<SqliteIndex>(db, `pragma index_list(${name})`);
    const keys = await rowsOf<SqliteKey>(db, `pragma foreign_key_list(${name})`);
    const primary = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
    const uniques = [primary.map((column) => column.name).join()];
    const named: string[] = [];
    for (const index of indexes) {
      const on = (await rowsOf<{ name: string }>(db, `pragma index_info(${index.name})`)).map((c) => c.name);
      if (index.unique && index.origin !== 'pk') uniques.push(on.join() + (index.partial ? ' partly' : ''));
      if (index.origin === 'c') named.push(index.name);
    }
    shapes[name] = {
      columns: columns.map((c) => shapeOf(c.name, c.type, c.notnull === 1 || c.pk > 0, c.dflt_value)).sort(),
      uniques: uniques.sort(),
      foreignKeys: sqliteKeys(keys),
      checks: table.sql.match(/\bcheck\s*\(/g)?.length ?? 0,
      indexes: named.sort(),
    };
  }
  return shapes;
}

interface SqliteColumn {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
}

interface SqliteIndex {
  name: string;
  unique: number;
  origin: string;
  partial: number;
}

interface SqliteKey {
  id: number;
  seq: number;
  table: string;
  from: string;
  to: string;
  on_delete: string;
}

function sqliteKeys(rows: SqliteKey[]): string[] {
  const ids = [...new Set(rows.map(({ id }) => id))];
  return ids
    .map((id) => {
      const parts = rows.filter((row) => row.id === id).sort((one, other) => one.seq - other.seq);
      const [{ table, on_delete } = { table: '', on_delete: '' }] = parts;
      const columns = (side: 'from' | 'to') => parts.map((part) => part[side]).join();
      return `${columns('from')} -> ${table}(${columns('to')}) ${on_delete.toLowerCase()}`;
    })
    .sort();
}

const ACTIONS: Record<string, string> = { a: 'no action', c: 'cascade', n: 'set null' };

export async function ofPostgres(db: Kysely<unknown>): Promise<Record<string, TableShape>> {
  const columns = await rowsOf<{
    table: string;
    name: string;
    type: string;
    notnull: boolean;
    value: string | null;
  }>(
    db,
    `select table_name as table, column_name as name, data_type as type, is_nullable = 'NO' as notnull,
      column_default as value from information_schema.columns where table_schema = current_schema()`,
  );
  const rules = await rowsOf<{
    table: string;
    type: string;
    on: string;
    to: string;
    far: string;
    action: string;
  }>(
    db,
    `select c.conrelid::regclass::text as table, c.contype as type, c.confrelid::regclass::text as to,
      c.confdeltype as action, ${namesOf('c.conrelid', 'c.conkey')} as on, ${namesOf('c.confrelid', 'c.confkey')} as far
      from pg_constraint c join pg_namespace n on n.oid = c.connamespace where n.nspname = current_schema()`,
  );
  const indexes = await rowsOf<{
    table: string;
    name: string;
    isUnique: boolean;
    isPart: boolean;
    on: string;
  }>(
    db,
    `select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as name, i.indisunique as "isUnique",
      i.indpred is not null as "isPart", ${namesOf('i.indrelid', 'i.indkey::int2[]')} as on
      from pg_index i join pg_class k on k.oid = i.indexrelid join pg_namespace n on n.oid = k.relnamespace
      where n.nspname = current_schema() and not exists (select 1 from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u'))`,
  );
  const shapes: Record<string, TableShape> = {};
  for (const name of new Set(columns.map(({ table }) => table).filter((table) => !KYSELY.test(table)))) {
    const own = rules.filter(({ table }) => table === name);
    const made = indexes.filter(({ table }) => table === name);
    const unique = own.filter(({ type }) => type === 'p' || type === 'u').map(({ on }) => on);
    const part = made.filter((one) => one.isUnique).map((one) => one.on + (one.isPart ? ' partly' : ''));
    const keys = own.filter(({ type }) => type === 'f');
    shapes[name] = {
      columns: columns
        .filter(({ table }) => table === name)
        .map((c) => shapeOf(c.name, c.type, c.notnull, c.value))
        .sort(),
      uniques: [...unique, ...part].sort(),
      foreignKeys: keys.map(({ on, to, far, action }) => `${on} -> ${to}(${far}) ${ACTIONS[action]}`).sort(),
      checks: own.filter(({ type }) => type === 'c').length,
      indexes: made.map((index) => index.name).sort(),
    };
  }
  return shapes;
}

/** SQL for the names of a table's columns, with commas, in their order. */
function namesOf(table: string, numbers: string): string {
  return `(select string_agg(a.attname, ',' order by k.n) from unnest(${numbers}) with ordinality as k (column_number, n)
    join pg_attribute a on a.attrelid = ${table} and a.attnum = k.column_number)`;
}

function shapeOf(name: string, type: string, isNotNull: boolean, value: string | null): string {
  const kind = /int/i.test(type) ? 'integer' : type.toLowerCase();
  const standard = value === null ? '' : ` = ${value.replace(/::\w+$/, '')}`;
  return `${name} ${kind}${isNotNull ? ' not null' : ''}${standard}`;
}

async function rowsOf<T>(db: Kysely<unknown>, text: string): Promise<T[]> {
  return (await sql.raw<T>(text).execute(db)).rows;
}
