import {
  type DialectAdapter,
  type Driver,
  type LimitNode,
  type QueryCompiler,
  type RawNode,
  SqliteAdapter,
  SqliteDialect,
  SqliteQueryCompiler,
} from 'kysely';
import { type EngineAdapter, formFor } from '../engine/forms.js';
import { type Connections, SqliteDriver } from './driver.js';

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
    return new LimitsAsSums();
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
}

class TransactionalAdapter extends SqliteAdapter implements EngineAdapter {
  readonly engine = 'sqlite';

  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * A limit that is a parameter alone makes SQLite plan the query anew at each run, which took six times as long as the rest
 * of a short one (seen with 3.53); as a sum it does not.
 */
class LimitsAsSums extends SqliteQueryCompiler {
  protected override visitRaw(node: RawNode): void {
    super.visitRaw(formFor('sqlite', node) ?? node);
  }

  protected override visitLimit({ limit }: LimitNode): void {
    this.append('limit (');
    this.visitNode(limit);
    this.append(' + 0)');
  }
}
