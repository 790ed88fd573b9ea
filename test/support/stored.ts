import { existsSync } from 'node:fs';
import path from 'node:path';
import { openSqlite } from './database.js';
import { engine, poolOf } from './engine.js';

/** What a Larder has stored, looked at beside it: the household's data, or its sessions and what stands with them. */
export interface Stored {
  /** The first column of each row. */
  read(sql: string, ...values: unknown[]): Promise<unknown[]>;
  rows<Row>(sql: string, ...values: unknown[]): Promise<Row[]>;
  write(sql: string, ...values: unknown[]): Promise<void>;
}

/**
 * @param sql of both engines, with ? where a value stands
 * @param file which of SQLite's two files has it
 */
export function storedIn(dataDir: string, file: 'larder' | 'sessions'): Stored {
  const inFolder = path.join(dataDir, `${file}.sqlite`);
  // The naive Larder has a file on either engine.
  return engine === 'sqlite' || existsSync(inFolder) ? inSqlite(inFolder) : inPostgres(dataDir);
}

function inSqlite(file: string): Stored {
  const connection = openSqlite(file);
  return {
    read: async (sql, ...values) =>
      connection
        .prepare(sql)
        .pluck()
        .all(...values),
    rows: async <Row>(sql: string, ...values: unknown[]) => connection.prepare(sql).all(...values) as Row[],
    write: async (sql, ...values) => void connection.prepare(sql).run(...values),
  };
}

const pools = new Map<string, ReturnType<typeof poolOf>>();

function inPostgres(dataDir: string): Stored {
  const kept = pools.get(dataDir);
  const pool = kept && !kept.ended ? kept : poolOf(dataDir);
  pools.set(dataDir, pool);
  const query = async (sql: string, values: unknown[]) => {
    const parts = sql.split('?');
    const numbered = parts.map((part, n) => (n === 0 ? part : `$${n}${part}`)).join('');
    return (await pool.query(numbered, values)).rows;
  };
  return {
    read: async (sql, ...values) => (await query(sql, values)).map((row) => Object.values(row)[0]),
    rows: (sql, ...values) => query(sql, values),
    write: async (sql, ...values) => void (await query(sql, values)),
  };
}
