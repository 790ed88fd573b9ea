import {
  ColumnNode,
  type DialectAdapter,
  type Driver,
  type OrderByItemNode,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryCompiler,
  RawNode,
  ReferenceNode,
} from 'kysely';
import type pg from 'pg';
import { type EngineAdapter, formFor } from '../engine/forms.js';
import { PostgresPoolDriver } from './driver.js';
import { NULLABLE_COLUMNS } from './nullable-columns.js';

/** Kysely's PostgreSQL dialect, which orders as SQLite does. */
export class LarderPostgresDialect extends PostgresDialect {
  readonly #pool: pg.Pool;
  readonly #isInside: () => boolean;

  /** @param isInside true where the caller is inside a transaction */
  constructor(pool: pg.Pool, isInside = () => false) {
    super({ pool });
    this.#pool = pool;
    this.#isInside = isInside;
  }

  override createDriver(): Driver {
    return new PostgresPoolDriver(this.#pool, this.#isInside);
  }

  override createQueryCompiler(): QueryCompiler {
    return new OrdersAsSqlite();
  }

  override createAdapter(): DialectAdapter {
    return new LarderPostgresAdapter();
  }
}

class LarderPostgresAdapter extends PostgresAdapter implements EngineAdapter {
  readonly engine = 'postgres';
}

/** In SQLite null comes before everything. */
class OrdersAsSqlite extends PostgresQueryCompiler {
  protected override visitRaw(node: RawNode): void {
    super.visitRaw(formFor('postgres', node) ?? node);
  }

  protected override visitOrderByItem(node: OrderByItemNode): void {
    if (!mayBeNull(node)) super.visitOrderByItem(node);
    else super.visitOrderByItem({ ...node, nulls: isDescending(node) ? 'last' : 'first' });
  }
}

function mayBeNull({ orderBy, nulls }: OrderByItemNode): boolean {
  if (nulls !== undefined || !ReferenceNode.is(orderBy) || !ColumnNode.is(orderBy.column)) return false;
  return NULLABLE_COLUMNS.has(orderBy.column.column.name);
}

function isDescending({ direction }: OrderByItemNode): boolean {
  return direction !== undefined && RawNode.is(direction) && direction.sqlFragments.join('') === 'desc';
}
