import {
  type DialectAdapter,
  type Driver,
  type LimitNode,
  type QueryCompiler,
  SqliteAdapter,
  SqliteDialect,
  SqliteQueryCompiler,
  ValueNode,
} from 'kysely';
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

  override createQueryCompiler(): QueryCompiler {
    return new PlainLimits();
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

/**
 * Writes a limit into the query: SQLite plans a query anew at each run when its limit comes as a parameter, which took
 * six times as long as the rest of a short one.
 */
class PlainLimits extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    const { limit } = node;
    if (!ValueNode.is(limit) || !Number.isSafeInteger(limit.value)) super.visitLimit(node);
    else this.append(`limit ${limit.value}`);
  }
}
