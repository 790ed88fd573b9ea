import type { Request, Response } from 'express';
import { goToWith } from '../../web/page.js';
import { forgetBegun } from '../rows/begun-here.js';
import { commitOnce, type DraftCommit } from '../rows/commit-once.repository.js';
import type { DraftKind } from '../rows/draft-kind.js';
import { AlreadyCommitted, isUndone, lastPage, type OpenDraft, requirePendingKeys } from './open-draft.js';

/**
 * Commits a draft whose steps are done; as part of `deps.db` when that is a transaction.
 * @param mark of what was sent, where that is not a review
 * @returns the commit, perhaps an earlier one of the same draft
 * @throws PendingKeyGone when a row that it names is gone
 * @throws DraftChanged when it was saved or discarded meanwhile
 */
export async function commitDraft(kind: DraftKind, open: OpenDraft, mark?: string): Promise<DraftCommit> {
  const { deps, scope, draft } = open;
  try {
    const content = await kind.content(open);
    const work = (trx: Parameters<DraftKind['commit']>[1]) =>
      kind.commit({ ...open, deps: { ...deps, db: trx } }, trx);
    const commit = await commitOnce(deps.db, scope, draft, content, deps.clock.now(), work, mark);
    return { ...commit, undone: await isUndone(kind, open, commit) };
  } catch (error) {
    await requirePendingKeys(kind, open, lastPage(kind));
    throw error;
  }
}

/**
 * Commits a draft whose steps are done, and goes on to the page that shows the result.
 * @throws PendingKeyGone, DraftChanged
 * @throws AlreadyCommitted when something else was committed before
 */
export async function finishDraft(
  req: Request,
  res: Response,
  kind: DraftKind,
  open: OpenDraft,
): Promise<void> {
  const commit = await commitDraft(kind, open);
  if (!isSentAgain(commit, open.draft.revision)) throw new AlreadyCommitted(commit);
  await forgetBegun(req, open.draft.id);
  await goToResult(req, res, kind, commit);
}

export function isSentAgain(commit: DraftCommit, reviewed: string | undefined): boolean {
  return commit.revision === reviewed && !commit.undone;
}

/** Goes on to the page that shows what was committed. */
export async function goToResult(
  req: Request,
  res: Response,
  kind: DraftKind,
  commit: DraftCommit,
): Promise<void> {
  await goToWith(req, res, commit.resultAddress, kind.committed(commit));
}
