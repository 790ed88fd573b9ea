import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import type { Deps } from '../deps.js';
import { requireMember } from '../people/current-member.js';
import { found, NotFound } from '../web/errors.js';
import { typedValues } from '../web/form.js';
import { goTo, goToWith, page } from '../web/page.js';
import { safeReturnTo } from '../web/return-to.js';
import { commitRoutes } from './draft.commit.routes.js';
import { stepRoutes } from './draft.step.routes.js';
import { copyDraft, discardDraft, reopenStep, restoreDraft } from './draft.store.js';
import type { DraftKind } from './draft-kind.js';
import {
  AlreadyCommitted,
  draftScope,
  NotYet,
  openDraft,
  PendingKeyGone,
  stepAddress,
} from './open-draft.js';

/** All the pages of a declared kind of multi-step entry, but the one that lists and starts them. */
export function draftRoutes(deps: Deps, kind: DraftKind): Router {
  const router = Router();

  router.get(`${kind.address}/:draft`, async (req, res) => {
    goTo(res, stepAddress(kind, (await openDraft(deps, kind, req)).draft));
  });

  router.post(`${kind.address}/:draft/discard`, async (req, res) => {
    const back = wayBack(req);
    if (!(await discardDraft(req, draftScope(kind, requireMember(req)), req.params.draft))) {
      return goToWith(req, res, back, { type: 'info', text: 'That entry is no longer open.' });
    }
    await goToWith(req, res, back, {
      type: 'success',
      text: 'The entry is discarded.',
      undo: { action: `${kind.address}/${req.params.draft}/restore`, label: 'Undo' },
    });
  });

  router.post(`${kind.address}/:draft/restore`, async (req, res) => {
    const restored = await restoreDraft(req, draftScope(kind, requireMember(req)), req.params.draft);
    if (!restored) throw new NotFound();
    await goToWith(req, res, wayBack(req), { type: 'success', text: 'The entry is back.' });
  });

  router.post(`${kind.address}/:draft/again`, async (req, res) => {
    const { scope, draft } = await openDraft(deps, kind, req);
    goTo(res, stepAddress(kind, found(await copyDraft(req, scope, draft.id, deps.clock))));
  });

  router.use(commitRoutes(deps, kind), stepRoutes(deps, kind), answerDraft(deps, kind));
  return router;

  function wayBack(req: Request): string {
    return req.body?.return_to === undefined ? kind.address : safeReturnTo(req.body.return_to);
  }
}

/** Answers what opening a draft throws. */
function answerDraft(deps: Deps, kind: DraftKind): ErrorRequestHandler {
  return async (error, req, res, next) => {
    try {
      if (error instanceof NotYet) goTo(res, error.address);
      else if (error instanceof PendingKeyGone) await askAgain(kind, error, req, res);
      else if (error instanceof AlreadyCommitted) await already(deps, kind, error, req, res);
      else next(error);
    } catch (second) {
      next(second);
    }
  };
}

async function askAgain(kind: DraftKind, gone: PendingKeyGone, req: Request, res: Response): Promise<void> {
  const { scope, draft } = gone.open;
  await reopenStep(req, scope, draft.id, gone.key.step);
  const text = `${gone.key.gone} Everything else is kept.`;
  await goToWith(req, res, stepAddress(kind, draft, gone.key.step), { type: 'error', text });
}

/** Shows what was committed; after a post, beside what was typed. */
async function already(
  deps: Deps,
  kind: DraftKind,
  { commit }: AlreadyCommitted,
  req: Request,
  res: Response,
): Promise<void> {
  const context = { deps, member: requireMember(req) };
  const shown = await kind.already.page({ context, commit, unsaved: undefined });
  const status = req.method === 'POST' ? 409 : 200;
  const { title, view } = kind.already;
  const resultAddress = commit.resultAddress;
  await page(
    req,
    res,
    view,
    { title, ...shown, resultAddress, undone: commit.undone, typed: typedIn(req) },
    status,
  );
}

function typedIn(req: Request): string[] {
  const { revision: _, so_far: __, ...typed } = typedValues(req.body);
  return Object.values(typed)
    .flatMap((text) => text.split('\n'))
    .filter((text) => text.trim() !== '');
}
