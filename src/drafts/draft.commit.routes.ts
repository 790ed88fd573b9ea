import { type Request, Router } from 'express';
import type { Deps } from '../deps.js';
import { readForm } from '../web/form.js';
import { page } from '../web/page.js';
import { finishDraft, goToResult } from './commit-draft.js';
import { commitForm } from './draft.form.js';
import type { DraftCommit } from './draft-commit.repository.js';
import type { DraftKind } from './draft-kind.js';
import { AlreadyCommitted, type OpenDraft, openDraftAt } from './open-draft.js';
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
    if ('resultAddress' in open) return goToResult(req, res, kind, open);
    if (reviewed !== open.draft.revision) {
      return page(req, res, kind.review.view, { ...(await reviewPage(open)), changed: true }, 409);
    }
    await finishDraft(req, res, kind, open);
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

  /** What was undone since is not there: sending it again does not lead to it. */
  function isSentAgain(commit: DraftCommit, reviewed: number | undefined): boolean {
    return commit.revision === reviewed && !commit.undone;
  }

  async function reviewPage(open: OpenDraft) {
    const shown = await kind.review.page(open);
    return {
      title: kind.review.title,
      ...shown,
      draft: open.draft,
      soFar: sealDraft(open.draft, deps.secrets),
      steps: stepsOf(kind, open.draft, 'review'),
    };
  }
}
