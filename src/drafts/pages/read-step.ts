import type { Request } from 'express';
import { type Errors, readForm, type Values } from '../../web/form.js';
import { drawnFrom, type StepChange } from '../rows/draft.js';
import type { DraftKind, DraftStep, StepAnswer } from '../rows/draft-kind.js';
import { carriedFields } from './draft.form.js';
import type { OpenDraft } from './open-draft.js';

export type Told = Extract<StepAnswer, { fields: unknown }>['tell'];

/** What a step's form comes to: a change to save; errors; or another tab was first. */
export type StepRead = { values: Values } & (
  | { outcome: 'ready'; change: StepChange; tell: Told }
  | { outcome: 'wrong'; errors: Errors }
  | { outcome: 'stale' }
);

/** Checks the form of a step. */
export async function readStep(
  kind: DraftKind,
  open: OpenDraft,
  step: DraftStep,
  req: Request,
): Promise<StepRead> {
  const form = readForm(req, step.form(open).safeExtend(carriedFields));
  const { values } = form;
  // The conflict is told before the form's errors: the form may have other fields by now.
  const { revision: drawn } = values;
  const stale = drawn !== undefined && drawn !== drawnFrom(kind, open.draft, step.name);
  const wrong = (errors: Errors): StepRead =>
    stale ? { outcome: 'stale', values } : { outcome: 'wrong', values, errors };
  if (!form.ok) return wrong(step.worded?.(open.draft, form.errors) ?? form.errors);
  const { revision, ...data } = form.data;
  if (stale && (await step.isNew?.(open, data))) return { outcome: 'stale', values };
  const answer = await step.answer(open, data);
  if ('errors' in answer) return wrong(answer.errors);
  const { tell, ...said } = answer;
  return {
    outcome: 'ready',
    values,
    change: { ...said, step: step.name, drawnFrom: String(revision) },
    tell,
  };
}
