import type { Clock } from '../clock.js';
import { type Database, type DatabaseTransaction, inTransaction } from '../database/database.js';
import type { OwnedScope, Reach } from './draft-scope.js';

/** Where a commit shows. */
export interface DraftResult {
  /** The page that shows it. */
  resultAddress: string;
  /** What the journal calls it; null when there is nothing to undo. */
  actionId: number | null;
}

/** What became of a draft that was committed. */
export interface DraftCommit extends DraftResult {
  /** The id of the household that it was committed to. */
  household: number;
  /** Of the draft, when it was committed. */
  revision: number;
  /** What was committed, as the draft kind keeps it. */
  content: unknown;
  /** True when what was committed is so no longer, as after an Undo. */
  undone: boolean;
}

/**
 * Commits a draft once, in one database transaction that holds the write lock from its start: sees that the id
 * has no commit yet, does the work, keeps where the result is.
 * @param db may be a transaction, which it is then a part of
 * @param content what is committed, to be compared with what a second submit brings
 * @param work inserts the records
 * @returns the commit: the one made now, or the one that was made before, whose content may be another
 */
export async function commitOnce(
  db: Database,
  scope: OwnedScope,
  draft: { id: string; revision: number },
  content: unknown,
  clock: Clock,
  work: (trx: DatabaseTransaction) => Promise<DraftResult>,
): Promise<DraftCommit> {
  return inTransaction(db, async (trx) => {
    const earlier = await findDraftCommit(trx, scope, draft.id);
    if (earlier) return earlier;
    const result = await work(trx);
    await trx
      .insertInto('draft_commits')
      .values({
        draft_id: draft.id,
        revision: draft.revision,
        kind: scope.kind.name,
        household_id: scope.household,
        user_id: scope.owner,
        content: JSON.stringify(content),
        result_address: result.resultAddress,
        action_id: result.actionId,
        created_at: clock.now().toISOString(),
      })
      .execute();
    return { household: scope.household, revision: draft.revision, content, undone: false, ...result };
  });
}

/** What became of a draft, or undefined when none with this id was committed in scope. */
export async function findDraftCommit(
  db: Database,
  scope: Reach & { owner: number },
  draftId: string,
): Promise<DraftCommit | undefined> {
  const { household } = scope;
  const row = await db
    .selectFrom('draft_commits')
    .leftJoin('actions', 'actions.id', 'draft_commits.action_id')
    .selectAll('draft_commits')
    .select('actions.is_undone')
    .where('draft_commits.draft_id', '=', draftId)
    .where('draft_commits.kind', '=', scope.kind.name)
    .where('draft_commits.user_id', '=', scope.owner)
    .$if(household !== undefined, (query) => query.where('draft_commits.household_id', '=', household ?? 0))
    .executeTakeFirst();
  return (
    row && {
      household: row.household_id,
      revision: row.revision,
      content: JSON.parse(row.content),
      resultAddress: row.result_address,
      actionId: row.action_id,
      undone: row.is_undone === 1,
    }
  );
}
