import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.js';
import { found, NotFound } from '../../web/errors.js';
import { type Errors, readForm, type Values } from '../../web/form.js';
import { goTo, goToWith, page } from '../../web/page.js';
import { DraftTooLarge, saveStep } from '../rows/change-draft.js';
import { drawnFrom, type StepChange } from '../rows/draft.js';
import type { DraftKind, DraftStep, StepAnswer } from '../rows/draft-kind.js';
import { carriedFields } from './draft.form.js';
import { type OpenDraft, openDraftAt, openDraftToSave, stepAddress } from './open-draft.js';
import { stepsOf } from './steps.view.js';

const TOO_LARGE = { '': 'That is more than one entry can hold. Finish a part of it first, then the rest.' };

type Told = Extract<StepAnswer, { fields: unknown }>['tell'];

export function stepRoutes(deps: Deps, kind: DraftKind): Router {
  const router = Router();

  router.get(`${kind.address}/:draft/:step`, async (req, res) => {
    const step = stepAsked(req);
    await show(req, res, await openDraftAt(deps, kind, req, step.name), step, {});
  });

  router.post(`${kind.address}/:draft/:step`, async (req, res) => {
    const step = stepAsked(req);
    const open = await openDraftToSave(deps, kind, req, step.name);
    const form = readForm(req, step.form(open).safeExtend(carriedFields));
    // The conflict is told before the form's errors: the form may have other fields by now.
    const { revision: drawn } = form.values;
    const stale = drawn !== undefined && drawn !== drawnFrom(kind, open.draft, step.name);
    const wrong = (errors: Errors) =>
      stale ? conflict(req, res, open, step, form.values) : show(req, res, open, step, form.values, errors);
    if (!form.ok) return wrong(step.worded?.(open.draft, form.errors) ?? form.errors);
    const { revision, ...data } = form.data;
    if (stale && (await step.isNew?.(open, data))) return conflict(req, res, open, step, form.values);
    const answer = await step.answer(open, data);
    if ('errors' in answer) return wrong(answer.errors);
    const { tell, ...said } = answer;
    await save(req, res, open, step, { ...said, drawnFrom: String(revision) }, form.values, tell);
  });

  return router;

  function stepAsked(req: Request): DraftStep {
    return found(kind.steps.find(({ name }) => name === req.params.step));
  }

  async function save(
    req: Request,
    res: Response,
    open: OpenDraft,
    step: DraftStep,
    change: Omit<StepChange, 'step'>,
    values: Values,
    tell: Told,
  ): Promise<void> {
    try {
      const named = { ...change, step: step.name };
      const saved = await saveStep(deps.db, open.scope, open.draft.id, named, deps.clock);
      if (saved.outcome === 'gone') throw new NotFound();
      if (saved.outcome === 'saved') return goOn(req, res, stepAddress(kind, saved.draft), tell);
      await conflict(req, res, { ...open, draft: saved.draft }, step, values);
    } catch (error) {
      if (!(error instanceof DraftTooLarge)) throw error;
      await show(req, res, open, step, values, TOO_LARGE);
    }
  }

  async function goOn(req: Request, res: Response, address: string, tell: Told): Promise<void> {
    if (!tell) return goTo(res, address);
    await goToWith(req, res, address, { type: 'info', ...tell });
  }

  async function show(
    req: Request,
    res: Response,
    open: OpenDraft,
    step: DraftStep,
    values: Values,
    errors: Errors = {},
  ): Promise<void> {
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    const typed = { ...open.draft.typed[step.name], ...values };
    const shown = status === 200 ? { ...(await step.values(open)), ...typed } : values;
    await page(req, res, step.view, { ...(await stepPage(open, step, shown)), errors }, status);
  }

  /** Another tab was first: shows both; pressing the button again saves this one. */
  async function conflict(
    req: Request,
    res: Response,
    open: OpenDraft,
    step: DraftStep,
    values: Values,
  ): Promise<void> {
    const saved = await step.said(open);
    // The form may have more fields than were sent.
    const shown = { ...(await step.values(open)), ...values };
    await page(req, res, step.view, { ...(await stepPage(open, step, shown)), conflict: { saved } }, 409);
  }

  async function stepPage(open: OpenDraft, step: DraftStep, values: Values) {
    const { draft } = open;
    return {
      ...(await step.page(open)),
      title: step.title,
      draft,
      revision: drawnFrom(kind, draft, step.name),
      steps: stepsOf(kind, draft, step.name),
      values,
    };
  }
}
