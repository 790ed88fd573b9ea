import { type Request, Router } from 'express';
import type { Deps } from '../../deps.js';
import { signedInOnly } from '../../members/current-member.js';
import { NotFound } from '../../web/errors.js';
import { typedValues } from '../../web/form.js';
import { goOnTo, goToWith } from '../../web/page.js';
import { safeReturnTo } from '../../web/return-to.js';
import { discardDraft, keepTyped, restoreDraft, TooManyDrafts } from '../rows/change-draft.js';
import { findDraft } from '../rows/draft.repository.js';
import type { DraftKind } from '../rows/draft-kind.js';
import { browserScope } from '../rows/draft-scope.js';
import { answerDrafts } from './answer-drafts.js';
import { commitRoutes } from './draft.commit.routes.js';
import { stepRoutes } from './draft.step.routes.js';
import { openDraft, stepAddress } from './open-draft.js';
import { typedFrom } from './step-pages.js';

const FULL =
  'Ten others are open by now, and that is as many as are kept. Finish or discard one of them first.';

/** All pages of a kind of multi-step entry, but the one that starts them. */
export function draftRoutes(deps: Deps, kind: DraftKind): Router {
  const { db, clock } = deps;
  const router = Router();
  const { called = 'entry' } = kind;

  router.post(`${kind.address}/:draft/discard`, async (req, res) => {
    const back = wayBack(req);
    await keepStep(req);
    if (!(await discardDraft(db, browserScope(kind, req), req.params.draft, clock))) {
      return goToWith(req, res, back, { type: 'info', text: `That ${called} is no longer open.` });
    }
    await goToWith(req, res, back, {
      type: 'success',
      text: `The ${called} is discarded.`,
      undo: { action: `${kind.address}/${req.params.draft}/restore`, label: 'Undo' },
    });
  });

  router.post(`${kind.address}/:draft/restore`, async (req, res) => {
    try {
      if (!(await restoreDraft(db, browserScope(kind, req), req.params.draft, clock))) throw new NotFound();
      await goToWith(req, res, wayBack(req), { type: 'success', text: `The ${called} is back.` });
    } catch (error) {
      if (!(error instanceof TooManyDrafts)) throw error;
      await goToWith(req, res, wayBack(req), { type: 'error', text: FULL });
    }
  });

  // Putting one aside needs no sign-in where beginning one needs none.
  router.use(`${kind.address}/:draft`, signedInOnly);

  router.get(`${kind.address}/:draft`, async (req, res) => {
    await goOnTo(req, res, stepAddress(kind, (await openDraft(deps, kind, req)).draft));
  });

  router.use(commitRoutes(deps, kind), stepRoutes(deps, kind), answerDrafts(deps, kind));
  return router;

  /** What was typed on the step's page that it is discarded from is there again when it is restored. */
  async function keepStep(req: Request): Promise<void> {
    const step = kind.steps.find(({ name }) => name === req.query.step);
    if (!step) return;
    const [scope, id] = [browserScope(kind, req), String(req.params.draft)];
    // An older page may not overwrite what was kept when it was discarded from another.
    const draft = await findDraft(db, scope, id);
    if (!draft) return;
    const values = typedFrom(kind, { draft }, step, typedValues(req.body));
    await keepTyped(db, scope, id, { step: step.name, values }, clock);
  }

  function wayBack(req: Request): string {
    const asked: unknown = req.body?.return_to;
    if (asked === undefined) return kind.address;
    return kind.afterDiscard?.find((address) => address === asked) ?? safeReturnTo(asked);
  }
}
