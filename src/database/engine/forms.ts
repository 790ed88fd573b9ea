import type { DialectAdapter, RawNode } from 'kysely';

export type Engine = 'sqlite' | 'postgres';

/** A piece of SQL that each engine says in its own way; its compiler picks the form. */
export interface FormsNode extends RawNode {
  readonly forms: Readonly<Record<Engine, RawNode>>;
}

/** The form of an engine, where a node has one of each. */
export function formFor(engine: Engine, node: RawNode): RawNode | undefined {
  return 'forms' in node ? (node as FormsNode).forms[engine] : undefined;
}

/** What an engine's adapter says besides what Kysely asks. */
export interface EngineAdapter extends DialectAdapter {
  readonly engine: Engine;
}
