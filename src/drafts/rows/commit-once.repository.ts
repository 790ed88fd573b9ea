import type { Database, DatabaseTransaction } from '../../database/database.js';
import { inHouseholds } from '../../database/locks.js';
import type { Draft, DraftScope } from './draft.js';

/** Where a commit shows. */
export interface DraftResult {
  resultAddress: string;
  /** Null when there is nothing to undo. */
  actionId: number | null;
}

/** What became of a draft that was committed. */
export interface DraftCommit extends DraftResult {
  /** That it was committed to. */
  household: number;
  /** Of the review, or the mark of what the last step sent. */
  revision: string;
  /** As `DraftKind.content` gave it. */
  content: unknown;
  /** What was committed was undone. */
  undone: boolean;
}

/** The draft was saved, discarded or committed since it was read. */
export class DraftChanged extends Error {
  constructor() {
    super('The draft was changed since it was read');
  }
}

/**
 * Commits a draft once, in one transaction: marks the row, inserts the records, keeps the result in the row.
 * @param db may be a transaction
 * @param content what is committed, for whoever commits it a second time
 * @param mark of what was sent: kept as the commit's revision
 * @param work inserts the records
 * @returns the commit made now, or before
 * @throws DraftChanged
 */
export async function commitOnce(
  db: Database,
  scope: DraftScope & { owner: number },
  draft: Pick<Draft, 'id' | 'revision' | 'household'>,
  content: unknown,
  now: Date,
  work: (trx: DatabaseTransaction) => Promise<DraftResult>,
  mark = draft.revision,
): Promise<DraftCommit> {
  return inHouseholds(db, [draft.household], async (trx) => {
    if (!(await claim(trx, scope, draft, content, mark, now))) {
      const earlier = await findDraftCommit(trx, scope, draft.id);
      if (!earlier) throw new DraftChanged();
      return earlier;
    }
    const result = await work(trx);
    const { resultAddress: result_address, actionId: action_id } = result;
    await trx.updateTable('drafts').set({ result_address, action_id }).where('id', '=', draft.id).execute();
    return { household: draft.household, revision: mark, content, undone: false, ...result };
  });
}

/** Marks the row as committed and empties its body. */
async function claim(
  trx: DatabaseTransaction,
  { owner }: { owner: number },
  { id, revision }: Pick<Draft, 'id' | 'revision'>,
  content: unknown,
  mark: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('drafts')
    .set({ state: 'committed', owner_id: owner, once: null, body: '{}', result_address: '' })
    .set({ content: JSON.stringify(content), revision: mark, changed_at: now.toISOString() })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** What a draft in scope was committed as, or undefined. */
export async function findDraftCommit(
  db: Database,
  scope: DraftScope & { owner: number },
  draftId: string,
): Promise<DraftCommit | undefined> {
  const { household } = scope;
  const row = await db
    .selectFrom('drafts')
    .leftJoin('actions', 'actions.id', 'drafts.action_id')
    .select(['drafts.household_id', 'drafts.revision', 'drafts.content', 'drafts.result_address'])
    .select(['drafts.action_id', 'actions.is_undone'])
    .where('drafts.id', '=', draftId)
    .where('drafts.kind', '=', scope.kind.name)
    .where('drafts.owner_id', '=', scope.owner)
    .where('drafts.state', '=', 'committed')
    .$if(household !== undefined, (query) => query.where('drafts.household_id', '=', household ?? 0))
    .executeTakeFirst();
  return (
    row && {
      household: row.household_id,
      revision: row.revision,
      content: JSON.parse(row.content ?? 'null'),
      resultAddress: row.result_address ?? '/',
      actionId: row.action_id,
      undone: row.is_undone === 1,
    }
  );
}
