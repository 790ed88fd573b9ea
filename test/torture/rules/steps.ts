import type { Result } from '../result.js';
import {
  belongs,
  type Draft,
  type Id,
  type Line,
  type Member,
  type State,
  type Typed,
  withDraft,
  without,
} from '../state.js';

export const STEPS = ['place', 'foods', 'details'] as const;
export type Step = (typeof STEPS)[number];

/** A change of one of these asks the step again. */
const DEPENDS: Record<Step, readonly Step[]> = { place: [], foods: [], details: ['place', 'foods'] };

export const DRAFTS_AT_MOST = 10;

/** The first step that is not done, or the review. */
export function nextStep(draft: Draft): Step | 'review' {
  return STEPS.find((step) => draft.steps[step] === undefined) ?? 'review';
}

export function addressOf(id: Id, draft: Draft): string {
  return `/put-away/${id}/${nextStep(draft)}`;
}

/** True when the form was drawn before the step, or one that it depends on, was changed last. */
export function isStale(draft: Draft, step: Step, revision: number): boolean {
  return (
    revision > draft.revision || [step, ...DEPENDS[step]].some((one) => (draft.steps[one] ?? 0) > revision)
  );
}

/** The draft with a step saved: what depends on it is asked again. */
export function saved(draft: Draft, step: Step, change: Partial<Draft>): Draft {
  const revision = draft.revision + 1;
  const kept = Object.entries(draft.steps).filter(([name]) => !DEPENDS[name as Step].includes(step));
  const steps = { ...Object.fromEntries(kept), [step]: revision };
  return { ...draft, ...change, revision, steps, typed: without(draft.typed, step) };
}

/** The draft with what was typed for a step that can't be saved yet: its form shows it again. */
export function typedInto(draft: Draft, step: string, typed: Typed): Draft {
  const isThere = STEPS.some((one) => one === step) && Object.keys(typed).length > 0;
  return isThere ? { ...draft, typed: { ...draft.typed, [step]: typed } } : draft;
}

/** An open draft asks again for a place that is gone, wherever it is opened but there. @param asking the step */
export function placeGone(
  state: State,
  key: string,
  member: Member,
  id: Id,
  asking: string,
): Result | undefined {
  const draft = member.session.drafts[id];
  if (!draft || !belongs(member, draft)) return undefined;
  const isGone = (place: Id | null) => place !== null && member.household.places[place] === undefined;
  const gone: Partial<Record<Step, boolean>> = {
    place: isGone(draft.place),
    details: draft.details.some(({ own }) => isGone(own)),
  };
  const again = STEPS.find((step) => step !== asking && draft.steps[step] !== undefined && gone[step]);
  if (!again) return undefined;
  const now = { ...draft, steps: without(draft.steps, again), revision: draft.revision + 1 };
  const to = `/put-away/${id}/${again}`;
  return { status: 303, to, after: withDraft(state, key, id, now), promise: 'drafts' };
}

/** An earlier step comes first. */
export function notYet(state: State, id: Id, draft: Draft, step: string): Result | undefined {
  const wanted = step === 'review' ? STEPS.length : STEPS.indexOf(step as Step);
  const ready = STEPS.slice(0, wanted).every((one) => draft.steps[one] !== undefined);
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
