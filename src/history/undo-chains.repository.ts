import type { Database } from '../database/database.js';
import { anyOf } from '../database/lists.js';

/** The last of what was done about an action: its undo, the undo of that, and so on. */
export interface Latest {
  id: number;
  who: string | null;
  at: Date;
}

/** The latest undo of each action that has one, by the action's id. @param firstIds of actions that are no undos */
export async function findLatestUndos(db: Database, firstIds: number[]): Promise<Map<number, Latest>> {
  if (firstIds.length === 0) return new Map();
  const rows = await db
    .withRecursive('line(first_id, action_id, steps)', (line) =>
      line
        .selectFrom('actions')
        .select((e) => ['undoes_action_id as first_id', 'id as action_id', e.lit(1).as('steps')])
        .where('undoes_action_id', 'in', anyOf(firstIds))
        .unionAll((e) =>
          e
            .selectFrom('line')
            .innerJoin('actions as a', 'a.undoes_action_id', 'line.action_id')
            .select((step) => ['line.first_id', 'a.id as action_id', step('line.steps', '+', 1).as('steps')]),
        ),
    )
    .selectFrom('line')
    .innerJoin('actions as a', 'a.id', 'line.action_id')
    .leftJoin('users as u', 'u.id', 'a.user_id')
    .select(['line.first_id', 'a.id', 'a.created_at', 'u.username', 'u.first_name'])
    .orderBy('line.steps')
    .execute();
  // The last of the line stays.
  return new Map(
    rows.flatMap((row) =>
      row.first_id === null
        ? []
        : [
            [
              row.first_id,
              { id: row.id, who: row.first_name || row.username, at: new Date(row.created_at) },
            ] as const,
          ],
    ),
  );
}
