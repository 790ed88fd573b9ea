import type { Result } from '../result.js';
import {
  type Draft,
  type Id,
  type Line,
  type LineDetail,
  type Member,
  type State,
  type Typed,
  without,
} from '../state.js';
import { belongs, withDraft } from './own-drafts.js';

export const STEPS = ['foods', 'details'] as const;
export type Step = (typeof STEPS)[number];

/** A change of one of these asks the step again. */
const DEPENDS: Record<Step, readonly Step[]> = { foods: [], details: ['foods'] };

/** The first step that is not done; the last one commits. */
export function nextStep(draft: Draft): Step {
  return STEPS.find((step) => !isDone(draft, step)) ?? 'details';
}

export function addressOf(id: Id, draft: Draft): string {
  return `/put-away/${id}/${nextStep(draft)}`;
}

export function isDone(draft: Draft, step: string): boolean {
  return draft.steps[step]?.isDone === true;
}

/** What a form of a draft carries: the marks of its step and of those that this depends on. */
export function drawnFrom(draft: Draft, step: string): string {
  const related = STEPS.filter((one) => one === step).flatMap((one) => [one, ...DEPENDS[one]]);
  return related.map((one) => draft.steps[one]?.mark ?? '').join('.');
}

/** True when the step, or one that it depends on, was changed since the form was drawn. */
export function isStale(draft: Draft, step: Step, revision: string): boolean {
  return revision !== drawnFrom(draft, step);
}

/** The draft with a step saved: what depends on it is asked again. */
export function saved(draft: Draft, step: Step, change: Partial<Draft>): Draft {
  const mark = newMark(draft, step);
  const asked = STEPS.filter((one) => DEPENDS[one].includes(step) && isDone(draft, one));
  const again = Object.fromEntries(asked.map((one) => [one, { mark, isDone: false }]));
  const steps = { ...draft.steps, ...again, [step]: { mark, isDone: true } };
  return { ...draft, ...change, revision: mark, steps, typed: without(draft.typed, step) };
}

/** The draft with a step to be asked again. */
function askingAgain(draft: Draft, step: Step): Draft {
  const mark = newMark(draft, `${step} again`);
  return { ...draft, revision: mark, steps: { ...draft.steps, [step]: { mark, isDone: false } } };
}

/** A mark that nobody can foretell. Its name says what it comes after: no draft gets the same twice. */
function newMark(draft: Draft, what: string): string {
  return `${NEW_MARK}${what} after ${draft.revision}`;
}

export const NEW_MARK = 'new mark: ';

/** The draft with what was typed for a step that can't be saved yet: its form shows it again. */
export function typedInto(draft: Draft, step: string, typed: Typed): Draft {
  const isThere = STEPS.some((one) => one === step) && Object.keys(typed).length > 0;
  return isThere ? { ...draft, typed: { ...draft.typed, [step]: typed } } : draft;
}

/** The draft with what a page of a step said when it was left: with its revision, when another was first. */
export function leftWith(draft: Draft, step: Step, typed: Typed, revision: string): Draft {
  return typedInto(draft, step, isStale(draft, step, revision) ? { ...typed, revision } : typed);
}

/** An open draft asks again for a place that is gone, wherever it is opened but there. @param asking the step */
export function placeGone(state: State, member: Member, id: Id, asking: string): Result | undefined {
  const draft = state.drafts[id];
  if (!draft || !belongs(member, draft)) return undefined;
  const isGone = (place: Id | null) => place !== null && member.household.places[place] === undefined;
  const isAsked = asking !== 'details' && isDone(draft, 'details');
  if (!isAsked || !draft.details.some(({ own }) => isGone(own))) return undefined;
  const again = 'details';
  const to = `/put-away/${id}/${again}`;
  return { status: 303, to, after: withDraft(state, id, askingAgain(draft, again)), promise: 'drafts' };
}

/** An earlier step comes first. */
export function notYet(state: State, id: Id, draft: Draft, step: string): Result | undefined {
  const ready = STEPS.slice(0, STEPS.indexOf(step as Step)).every((one) => isDone(draft, one));
  return ready ? undefined : { status: 303, to: addressOf(id, draft), after: state, promise: 'drafts' };
}

/** In an order of their own: a list says what there is, not which was picked first. */
export function sameLines(one: Line[], other: Line[]): boolean {
  return linesText(one) === linesText(other);
}

export function linesText(lines: Line[]): string {
  const text = lines.map(({ food, name }) => `${food}|${name}`);
  return JSON.stringify(text.sort());
}

/** Of details in whatever order: a page has them place by place. */
export function detailsText(details: LineDetail[]): string {
  return JSON.stringify(details.map((one) => JSON.stringify(one)).sort());
}
