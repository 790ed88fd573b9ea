import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.js';
import { found } from '../../web/errors.js';
import { typedValues, type Values } from '../../web/form.js';
import { goTo, goToWith } from '../../web/page.js';
import { DraftTooLarge, keepTyped, saveStep } from '../rows/change-draft.js';
import type { StepChange } from '../rows/draft.js';
import type { DraftKind, DraftStep } from '../rows/draft-kind.js';
import {
  goneMeanwhile,
  keepTypedIn,
  type OpenDraft,
  openDraft,
  openDraftAt,
  openDraftToSave,
  stepAddress,
} from './open-draft.js';
import { readStep, type Told } from './read-step.js';
import { showConflict, showStep, typedFrom } from './step-pages.js';

export const TOO_LARGE = {
  '': 'That is more than one entry can hold. Finish a part of it first, then the rest.',
};

/**
 * The pages of the steps. A form sent with `?to=` goes to that step, or to the start, whatever is wrong in it: what
 * can't be saved is kept as typed.
 */
export function stepRoutes(deps: Deps, kind: DraftKind): Router {
  const router = Router();

  router.get(`${kind.address}/:draft/:step`, async (req, res) => {
    const step = stepAsked(req);
    await showStep(req, res, kind, await openDraftAt(deps, kind, req, step.name), step);
  });

  router.post(`${kind.address}/:draft/:step`, async (req, res) => {
    const step = stepAsked(req);
    const open = await openDraftToSave(deps, kind, req, step.name);
    const read = await readStep(kind, open, step, req);
    const out = wayOut(req, open);
    try {
      if (read.outcome === 'ready') await save(req, res, open, step, read, out);
      else if (out) await leave(res, open, step, read.values, out);
      else if (read.outcome === 'stale') await showConflict(req, res, kind, open, step, read.values);
      else await showStep(req, res, kind, open, step, read.values, read.errors);
    } catch (error) {
      if (!(error instanceof DraftTooLarge)) throw error;
      await showStep(req, res, kind, open, step, read.values, TOO_LARGE);
    }
  });

  // Sent by a page's script when the page is left.
  router.post(`${kind.address}/:draft/:step/keep`, async (req, res) => {
    const step = stepAsked(req);
    await keep(await openDraft(deps, kind, req), step, typedValues(req.body));
    res.status(204).end();
  });

  // Of two versions, the saved one.
  router.post(`${kind.address}/:draft/:step/saved`, async (req, res) => {
    const step = stepAsked(req);
    const { scope, draft } = await openDraft(deps, kind, req);
    await keepTyped(deps.db, scope, draft.id, { step: step.name, values: {} }, deps.clock);
    goTo(res, stepAddress(kind, draft));
  });

  return router;

  function stepAsked(req: Request): DraftStep {
    return found(kind.steps.find(({ name }) => name === req.params.step));
  }

  function wayOut(req: Request, { draft }: OpenDraft): string | undefined {
    const { to } = req.query;
    if (to === 'start') return kind.leftFor ?? kind.address;
    const step = kind.steps.find(({ name }) => name === to);
    return step && stepAddress(kind, draft, step.name);
  }

  async function save(
    req: Request,
    res: Response,
    open: OpenDraft,
    step: DraftStep,
    { change, values, tell }: { change: StepChange; values: Values; tell: Told },
    out: string | undefined,
  ): Promise<void> {
    const saved = await saveStep(deps.db, open.scope, open.draft.id, change, deps.clock);
    if (saved.outcome === 'gone') throw await goneMeanwhile(kind, open);
    const now = { ...open, draft: saved.draft };
    if (saved.outcome === 'saved') return goOn(req, res, out ?? stepAddress(kind, now.draft), tell);
    if (out) return leave(res, now, step, values, out);
    await showConflict(req, res, kind, now, step, values);
  }

  async function leave(res: Response, open: OpenDraft, step: DraftStep, values: Values, out: string) {
    await keep(open, step, values);
    goTo(res, out);
  }

  function keep(open: OpenDraft, step: DraftStep, values: Values): Promise<void> {
    return keepTypedIn(kind, open, step.name, typedFrom(kind, open, step, values));
  }

  async function goOn(req: Request, res: Response, address: string, tell: Told): Promise<void> {
    if (!tell) return goTo(res, address);
    await goToWith(req, res, address, { type: 'info', ...tell });
  }
}
