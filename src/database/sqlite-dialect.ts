import { type DialectAdapter, type Driver, SqliteAdapter, SqliteDialect } from 'kysely';
import { type Connections, SqliteDriver } from './sqlite-driver.js';

/** Kysely's SQLite dialect with our driver, and with migrations in a transaction. */
export class LarderDialect extends SqliteDialect {
  readonly #connections: Connections;
  readonly #isInside: () => boolean;

  /**
   * @param connections to one file; may be the same one twice
   * @param isInside true where the caller is inside a transaction
   */
  constructor(connections: Connections, isInside = () => false) {
    super({ database: connections.writer });
    this.#connections = connections;
    this.#isInside = isInside;
  }

  override createDriver(): Driver {
    return new SqliteDriver(this.#connections, this.#isInside);
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
