import { type Expression, type Kysely, type RawBuilder, RawNode, sql } from 'kysely';
import type { Engine, EngineAdapter, FormsNode } from './engine/forms.js';

/**
 * SQL that the engines say differently. Both forms stand in the query; the engine that compiles it takes its own.
 * @param forms must mean the same: a shared table of cases tests them
 */
export function byEngine<T>(forms: Record<Engine, Expression<T>>): RawBuilder<T> {
  const nodeOf = (form: Expression<T>) => RawNode.create(['', ''], [form.toOperationNode()]);
  const node: FormsNode = {
    ...RawNode.createWithSql(''),
    forms: { sqlite: nodeOf(forms.sqlite), postgres: nodeOf(forms.postgres) },
  };
  return sql<T>`${{ expressionType: undefined, toOperationNode: () => node }}`;
}

/** The engine of a database or a transaction. */
export function engineOf<T>(db: Kysely<T>): Engine {
  return (db.getExecutor().adapter as EngineAdapter).engine;
}
