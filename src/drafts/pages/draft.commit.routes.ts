import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.js';
import { readForm } from '../../web/form.js';
import { goOnTo, page } from '../../web/page.js';
import { DraftChanged } from '../rows/commit-once.repository.js';
import type { DraftKind } from '../rows/draft-kind.js';
import { finishDraft, goToResult, isSentAgain } from './commit-draft.js';
import { commitStep } from './commit-step.js';
import { commitForm } from './draft.form.js';
import { AlreadyCommitted, type OpenDraft, openDraft, openDraftAt, stepAddress } from './open-draft.js';
import { stepsOf } from './steps.view.js';

export function commitRoutes(deps: Deps, kind: DraftKind): Router {
  return kind.review ? reviewRoutes(deps, kind, kind.review) : lastStepRoutes(deps, kind);
}

function lastStepRoutes(deps: Deps, kind: DraftKind): Router {
  const router = Router();

  router.get(`${kind.address}/:draft/review`, async (req, res) => {
    await goOnTo(req, res, stepAddress(kind, (await openDraft(deps, kind, req)).draft));
  });

  router.post(`${kind.address}/:draft/commit`, (req, res) => commitStep(deps, kind, req, res));

  return router;
}

function reviewRoutes(deps: Deps, kind: DraftKind, review: NonNullable<DraftKind['review']>): Router {
  const router = Router();

  router.get(`${kind.address}/:draft/review`, async (req, res) => {
    const open = await openDraftAt(deps, kind, req, 'review');
    await page(req, res, review.view, await reviewPage(open));
  });

  router.post(`${kind.address}/:draft/commit`, async (req, res) => {
    const form = readForm(req, commitForm);
    const reviewed = form.ok ? form.data.revision : undefined;
    try {
      const open = await openDraftAt(deps, kind, req, 'review');
      if (reviewed !== open.draft.revision) return await showChanged(req, res, open);
      await finishDraft(req, res, kind, open);
    } catch (error) {
      if (error instanceof DraftChanged) return showChanged(req, res);
      // The same review sent twice: by a second tap, or because the answer was lost.
      const isSame = error instanceof AlreadyCommitted && isSentAgain(error.commit, reviewed);
      if (!isSame) throw error;
      await goToResult(req, res, kind, error.commit);
    }
  });

  return router;

  /** Shows the review as it is now, when it is not what was sent. */
  async function showChanged(req: Request, res: Response, open?: OpenDraft): Promise<void> {
    const now = open ?? (await openDraftAt(deps, kind, req, 'review'));
    await page(req, res, review.view, { ...(await reviewPage(now)), changed: true }, 409);
  }

  async function reviewPage(open: OpenDraft) {
    const shown = await review.page(open);
    return {
      title: review.title,
      ...shown,
      draft: open.draft,
      address: `${kind.address}/${open.draft.id}`,
      revision: open.draft.revision,
      steps: stepsOf(kind, open.draft, 'review'),
    };
  }
}
