import type { Request, Response } from 'express';
import { CARRIED, type Errors, type Values } from '../../web/form.js';
import { page } from '../../web/page.js';
import { drawnFrom } from '../rows/draft.js';
import type { DraftKind, DraftStep } from '../rows/draft-kind.js';
import type { OpenDraft } from './open-draft.js';
import { stepsOf } from './steps.view.js';

/** Shows the page of a step: what was saved, over it what was typed and kept; or the values sent, with their errors. */
export async function showStep(
  req: Request,
  res: Response,
  kind: DraftKind,
  open: OpenDraft,
  step: DraftStep,
  values: Values = {},
  errors: Errors = {},
): Promise<void> {
  if (Object.keys(errors).length > 0) {
    return page(req, res, step.view, { ...(await stepPage(kind, open, step, values)), errors }, 422);
  }
  const typed = { ...open.draft.typed[step.name], ...values };
  if (typed.revision !== undefined) return showConflict(req, res, kind, open, step, typed, 200);
  const shown = { ...(await step.values(open)), ...typed };
  await page(req, res, step.view, await stepPage(kind, open, step, shown));
}

/** Another tab was first: shows both; pressing the button again saves this one. */
export async function showConflict(
  req: Request,
  res: Response,
  kind: DraftKind,
  open: OpenDraft,
  step: DraftStep,
  values: Values,
  status = 409,
): Promise<void> {
  const saved = await step.said(open);
  // The form may have more fields than were sent.
  const shown = { ...(await step.values(open)), ...values };
  await page(
    req,
    res,
    step.view,
    { ...(await stepPage(kind, open, step, shown)), conflict: { saved } },
    status,
  );
}

/** What to keep of a form that can't be saved. It says its revision when another tab had changed its page by then. */
export function typedFrom(
  kind: DraftKind,
  { draft }: Pick<OpenDraft, 'draft'>,
  step: DraftStep,
  values: Values,
): Values {
  const { revision } = values;
  const typed = Object.fromEntries(Object.entries(values).filter(([name]) => !CARRIED.has(name)));
  const isStale = revision !== undefined && revision !== drawnFrom(kind, draft, step.name);
  return isStale ? { ...typed, revision } : typed;
}

async function stepPage(kind: DraftKind, open: OpenDraft, step: DraftStep, values: Values) {
  const { draft } = open;
  return {
    ...(await step.page(open)),
    title: step.title,
    draft,
    address: `${kind.address}/${draft.id}`,
    step: step.name,
    revision: drawnFrom(kind, draft, step.name),
    steps: stepsOf(kind, draft, step.name),
    values,
  };
}
