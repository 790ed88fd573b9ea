import { isDeepStrictEqual } from 'node:util';
import type { Request, Response } from 'express';
import { goToWith, page } from '../web/page.js';
import { removeDraft } from './draft.store.js';
import { commitOnce, type DraftCommit } from './draft-commit.repository.js';
import type { DraftKind } from './draft-kind.js';
import { isUndone, type OpenDraft, requirePendingKeys } from './open-draft.js';

/**
 * Commits a draft whose steps are done. Where its `deps.db` is a transaction, the commit is a part of that.
 * @returns the commit, which may be an earlier one, and what was to be committed now
 * @throws PendingKeyGone when what the draft points at went a moment ago
 */
export async function commitDraft(
  kind: DraftKind,
  open: OpenDraft,
): Promise<{ commit: DraftCommit; content: unknown }> {
  const { deps, scope, draft } = open;
  try {
    const content = await kind.content(open);
    const work = (trx: Parameters<DraftKind['commit']>[1]) =>
      kind.commit({ ...open, deps: { ...deps, db: trx } }, trx);
    const commit = await commitOnce(deps.db, scope, draft, content, deps.clock, work);
    return { commit: { ...commit, undone: await isUndone(kind, open, commit) }, content };
  } catch (error) {
    await requirePendingKeys(kind, open, 'review');
    throw error;
  }
}

/**
 * Commits a draft whose steps are done, and answers: with the page that shows the result; with both, when something
 * else became of it before.
 * @throws PendingKeyGone
 */
export async function finishDraft(
  req: Request,
  res: Response,
  kind: DraftKind,
  open: OpenDraft,
): Promise<void> {
  const { commit, content } = await commitDraft(kind, open);
  if (commit.undone || !isDeepStrictEqual(commit.content, content)) {
    return showBoth(req, res, kind, open, commit, content);
  }
  await removeDraft(req, open.scope, open.draft);
  await goToResult(req, res, kind, commit);
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

async function showBoth(
  req: Request,
  res: Response,
  kind: DraftKind,
  open: OpenDraft,
  commit: DraftCommit,
  unsaved: unknown,
): Promise<void> {
  const { title, view } = kind.already;
  const shown = await kind.already.page({ context: open, commit, unsaved });
  const { resultAddress, undone } = commit;
  await page(req, res, view, { title, ...shown, resultAddress, undone, draft: open.draft }, 409);
}
