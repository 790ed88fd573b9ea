import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Deps } from '../../deps.js';
import { requireMember } from '../../members/current-member.js';
import { NotFound } from '../../web/errors.js';
import { CARRIED, CHOSEN, typedValues, type Values } from '../../web/form.js';
import { goOnTo, goToWith, page, type TypedBefore } from '../../web/page.js';
import { discardDraft, keepTyped, reopenStep } from '../rows/change-draft.js';
import type { DraftKind } from '../rows/draft-kind.js';
import { AlreadyCommitted, NotYet, type OpenDraft, PendingKeyGone, stepAddress } from './open-draft.js';

/** Answers the errors that opening a draft throws. */
export function answerDrafts(deps: Deps, kind: DraftKind): ErrorRequestHandler {
  return async (error, req, res, next) => {
    try {
      if (error instanceof NotYet) await firstThings(error, req, res);
      else if (error instanceof PendingKeyGone) await askAgain(kind, error, req, res);
      else if (error instanceof AlreadyCommitted) await already(deps, kind, error, req, res);
      else if (error instanceof NotFound && kind.missing) await missing(kind.missing, req, res);
      else next(error);
    } catch (second) {
      next(second);
    }
  };
}

/** Redirects to the step that comes first; what was typed for the later one is kept. */
async function firstThings({ open, step, address }: NotYet, req: Request, res: Response): Promise<void> {
  if (!(await keepWhatWasTyped(open, step, req, res))) return goOnTo(req, res, address);
  const text = 'This step comes first. What you typed is kept, and shown again after it.';
  await goToWith(req, res, address, { type: 'info', text });
}

async function askAgain(kind: DraftKind, gone: PendingKeyGone, req: Request, res: Response): Promise<void> {
  const { open, key } = gone;
  const { deps, scope, draft } = open;
  if (key.step === null) {
    await discardDraft(deps.db, scope, draft.id, deps.clock);
    return goToWith(req, res, kind.address, { type: 'error', text: key.gone });
  }
  await keepWhatWasTyped(open, gone.step, req, res);
  await reopenStep(deps.db, scope, draft, key.step, deps.clock);
  const text = `${key.gone} Everything else is kept.`;
  await goToWith(req, res, stepAddress(kind, draft, key.step), { type: 'error', text });
}

function missing(text: string, req: Request, res: Response): Promise<void> {
  return page(req, res, 'errors/refused', { title: 'There is nothing here', text }, 404);
}

/** Shows what was committed; after a POST, beside what was typed. */
async function already(
  deps: Deps,
  kind: DraftKind,
  { commit }: AlreadyCommitted,
  req: Request,
  res: Response,
): Promise<void> {
  const context = { deps, member: requireMember(req) };
  const shown = await kind.already.page({ context, commit });
  const status = req.method === 'POST' ? 409 : 200;
  const { title, view } = kind.already;
  const { resultAddress, undone } = commit;
  const typed = Object.entries(typedIn(req, res))
    .filter(([name]) => !CHOSEN.test(name))
    .flatMap(([, text]) => text.split('\n'))
    .filter((text) => text.trim() !== '');
  // It was done: there is nothing to look through and to send again.
  delete res.locals.typedBefore;
  await page(req, res, view, { title, ...shown, resultAddress, undone, typed }, status);
}

async function keepWhatWasTyped(
  { deps, scope, draft }: OpenDraft,
  step: string,
  req: Request,
  res: Response,
): Promise<boolean> {
  const typed = typedIn(req, res);
  const isThere = scope.kind.steps.some(({ name }) => name === step) && Object.keys(typed).length > 0;
  if (isThere && !(await keepTyped(deps.db, scope, draft.id, { step, values: typed }, deps.clock)))
    throw new NotFound();
  return isThere;
}

/** What the form says that was sent now, or before the session ended. */
function typedIn(req: Request, res: Response): Values {
  const before: TypedBefore | undefined = res.locals.typedBefore;
  const values = before?.values ?? typedValues(req.body);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !CARRIED.has(name)));
}
