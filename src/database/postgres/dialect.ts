import {
  type BinaryOperationNode,
  ColumnNode,
  type DialectAdapter,
  type Driver,
  type OperationNode,
  OperatorNode,
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
    return new AsSqliteMeans();
  }

  override createAdapter(): DialectAdapter {
    return new LarderPostgresAdapter();
  }
}

class LarderPostgresAdapter extends PostgresAdapter implements EngineAdapter {
  readonly engine = 'postgres';

  /** Kysely's locks are the connection's, which a pooler lends to others: see openPostgresEngine for the one that is taken. */
  override async acquireMigrationLock(): Promise<void> {}

  override async releaseMigrationLock(): Promise<void> {}
}

/** In SQLite null comes before everything, and a list is a table. */
class AsSqliteMeans extends PostgresQueryCompiler {
  protected override visitRaw(node: RawNode): void {
    super.visitRaw(formFor('postgres', node) ?? node);
  }

  /** As `= any(array)` a list is found by an index, beside an `or` too; as `in (select …)` it is not. */
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const isIn = OperatorNode.is(node.operator) && node.operator.operator === 'in';
    if (!isIn || !isAnyOfArray(node.rightOperand)) super.visitBinaryOperation(node);
    else super.visitBinaryOperation({ ...node, operator: OperatorNode.create('=') });
  }

  protected override visitOrderByItem(node: OrderByItemNode): void {
    if (!mayBeNull(node)) super.visitOrderByItem(node);
    else super.visitOrderByItem({ ...node, nulls: isDescending(node) ? 'last' : 'first' });
  }
}

/** True for `any(…)`, and what is nothing but that. */
function isAnyOfArray(node: OperationNode): boolean {
  if (!RawNode.is(node)) return false;
  const form = formFor('postgres', node) ?? node;
  const [first, ...others] = form.sqlFragments;
  if (first === 'any(') return true;
  const [only] = form.parameters;
  return first === '' && others.join('') === '' && only !== undefined && isAnyOfArray(only);
}

function mayBeNull({ orderBy, nulls }: OrderByItemNode): boolean {
  if (nulls !== undefined || !ReferenceNode.is(orderBy) || !ColumnNode.is(orderBy.column)) return false;
  return NULLABLE_COLUMNS.has(orderBy.column.column.name);
}

function isDescending({ direction }: OrderByItemNode): boolean {
  return direction !== undefined && RawNode.is(direction) && direction.sqlFragments.join('') === 'desc';
}
