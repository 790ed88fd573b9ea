import { isDeepStrictEqual } from 'node:util';
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../deps.js';
import { readForm } from '../web/form.js';
import { goToWith, page } from '../web/page.js';
import { commitForm } from './draft.form.js';
import { removeDraft } from './draft.store.js';
import { commitOnce, type DraftCommit } from './draft-commit.repository.js';
import type { DraftKind } from './draft-kind.js';
import { AlreadyCommitted, type OpenDraft, openDraftAt, requirePendingKeys } from './open-draft.js';
import { sealDraft } from './sealed-draft.js';
import { stepsOf } from './steps.view.js';

/** The last steps: review, and commit once. */
export function commitRoutes(deps: Deps, kind: DraftKind): Router {
  const router = Router();

  router.get(`${kind.address}/:draft/review`, async (req, res) => {
    const open = await openDraftAt(deps, kind, req, 'review');
    await page(req, res, kind.review.view, await reviewPage(open));
  });

  router.post(`${kind.address}/:draft/commit`, async (req, res) => {
    const form = readForm(req, commitForm);
    const reviewed = form.ok ? form.data.revision : undefined;
    const open = await openUnlessSentBefore(req, reviewed);
    if ('resultAddress' in open) return goToResult(req, res, open);
    if (reviewed !== open.draft.revision) {
      return page(req, res, kind.review.view, { ...(await reviewPage(open)), changed: true }, 409);
    }
    const content = await kind.content(open);
    const commit = await commitDraft(open, content);
    if (commit.undone || !isDeepStrictEqual(commit.content, content))
      return showBoth(req, res, open, commit, content);
    await removeDraft(req, open.scope, open.draft.id);
    await goToResult(req, res, commit);
  });

  return router;

  /** The open draft; or, when this very review was sent before, what it became. */
  async function openUnlessSentBefore(req: Request, reviewed: number | undefined) {
    try {
      return await openDraftAt(deps, kind, req, 'review');
    } catch (error) {
      if (error instanceof AlreadyCommitted && isSentAgain(error.commit, reviewed)) return error.commit;
      throw error;
    }
  }

  async function commitDraft(open: OpenDraft, content: unknown): Promise<DraftCommit> {
    try {
      return await commitOnce(deps.db, open.scope, open.draft, content, deps.clock, (trx) =>
        kind.commit(open, trx),
      );
    } catch (error) {
      // What the draft points at may have gone a moment ago: then that is asked for again.
      await requirePendingKeys(kind, open, 'review');
      throw error;
    }
  }

  /** What was undone since is not there: sending it again does not lead to it. */
  function isSentAgain(commit: DraftCommit, reviewed: number | undefined): boolean {
    return commit.revision === reviewed && !commit.undone;
  }

  async function reviewPage(open: OpenDraft) {
    const shown = await kind.review.page(open);
    return {
      ...shown,
      title: kind.review.title,
      draft: open.draft,
      soFar: sealDraft(open.draft, deps.secrets),
      steps: stepsOf(kind, open.draft, 'review'),
    };
  }

  async function showBoth(
    req: Request,
    res: Response,
    open: OpenDraft,
    commit: DraftCommit,
    unsaved: unknown,
  ): Promise<void> {
    const shown = await kind.already.page({ context: open, commit, unsaved });
    const { title, view } = kind.already;
    const { resultAddress } = commit;
    await page(
      req,
      res,
      view,
      { title, ...shown, resultAddress, undone: commit.undone, draft: open.draft },
      409,
    );
  }

  async function goToResult(req: Request, res: Response, commit: DraftCommit): Promise<void> {
    await goToWith(req, res, commit.resultAddress, kind.committed(commit));
  }
}
