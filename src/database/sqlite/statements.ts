import type Sqlite from 'better-sqlite3';

const STATEMENTS_KEPT = 200;

/** A connection that keeps its prepared statements. */
export function keepStatements(connection: Sqlite.Database) {
  const kept = new Map<string, Sqlite.Statement>();
  return {
    prepare(sql: string): Sqlite.Statement {
      const statement = kept.get(sql) ?? connection.prepare(sql);
      // Forgets the one used longest ago.
      kept.delete(sql);
      kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > STATEMENTS_KEPT && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
    get inTransaction(): boolean {
      return connection.inTransaction;
    },
    close: () => connection.close(),
  };
}
