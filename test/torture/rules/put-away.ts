import { newItem } from '../item.js';
import { notFound, type Result, toLogin } from '../result.js';
import {
  type Draft,
  type Id,
  type Line,
  type LineDetail,
  type Member,
  memberOf,
  type State,
  type Typed,
  withAction,
  withHousehold,
} from '../state.js';
import { draftOf, forgottenIn, withDraft } from './own-drafts.js';
import {
  addressOf,
  detailsText,
  isDone,
  isStale,
  leftWith,
  notYet,
  type Step,
  sameLines,
  saved,
  typedInto,
} from './steps.js';

/** What a form of a step says. */
export interface StepForm {
  id: Id;
  step: Step;
  /** What the form was drawn from. */
  revision: string;
  /** True when it is filled in as it should be. */
  valid: boolean;
  foods?: Line[];
  /** With the places that were chosen. */
  details?: LineDetail[];
  /** As it was typed, to be kept when the step has to wait. */
  typed: Typed;
}

/** Sending the form of a step. @param out where it leads whatever is wrong in it, with that kept; as `?to=` says */
export function save(state: State, key: string, form: StepForm, out?: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const draft = draftOf(state, member, form.id);
  if (!draft) return closed(state, member, form.id, 409);
  const early = notYet(state, form.id, draft, form.step);
  if (early) {
    const kept = withDraft(state, form.id, typedInto(draft, form.step, form.typed));
    return { ...early, after: kept, halfway: [state] };
  }
  const left = withDraft(state, form.id, leftWith(draft, form.step, form.typed, form.revision));
  const leaves: Result | undefined = out
    ? { status: 303, to: out, after: left, promise: 'drafts' }
    : undefined;
  const refused = wrongIn(state, member, draft, form);
  if (refused) return leaves ?? refused;
  if (isTheSame(draft, form)) return goesOn(state, form.id, draft, out);
  if (isStale(draft, form.step, form.revision)) return leaves ?? conflict(state);
  const now = saved(draft, form.step, savedBy(form));
  return goesOn(withDraft(state, form.id, now), form.id, now, out);
}

/** What a form is answered with that can't be saved. */
function wrongIn(state: State, { household }: Member, draft: Draft, form: StepForm): Result | undefined {
  const isGone = ({ own }: LineDetail) => own === null || household.places[own] === undefined;
  if (form.valid && !form.details?.some(isGone)) return undefined;
  return isStale(draft, form.step, form.revision) ? conflict(state) : wrong(state);
}

/** True when the step says already what the form says. */
function isTheSame(draft: Draft, { step, foods = [], details = [] }: StepForm): boolean {
  const same =
    step === 'foods' ? sameLines(draft.foods, foods) : detailsText(draft.details) === detailsText(details);
  return isDone(draft, step) && same;
}

function savedBy({ step, foods = [], details = [] }: StepForm): Partial<Draft> {
  return step === 'foods' ? { foods } : { details };
}

/** Making a place beside the lines: what they say is kept. @param name of the place */
export function makePlace(state: State, key: string, form: StepForm, name: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const draft = draftOf(state, member, form.id);
  if (!draft) return closed(state, member, form.id, 409);
  const early = notYet(state, form.id, draft, 'details');
  if (early) {
    const kept = withDraft(state, form.id, typedInto(draft, 'details', form.typed));
    return { ...early, after: kept, halfway: [state] };
  }
  if (name === '') return wrong(state);
  const { places } = member.household;
  const isThere = Object.values(places).includes(name);
  const made = isThere
    ? state
    : withHousehold(state, member.person.current, { places: { ...places, [`new:${name}`]: name } });
  const { new_name: _name, new_kind: _kind, ...typed } = form.typed;
  const after = withDraft(made, form.id, leftWith(draft, 'details', typed, form.revision));
  return {
    status: 303,
    to: `/put-away/${form.id}/details`,
    after,
    halfway: [state, made],
    promise: 'drafts',
  };
}

/**
 * Pressing the button under the lines, which sends them.
 * @param mark of what they say
 * @param action names what an Undo would put back
 */
export function commit(state: State, key: string, form: StepForm, mark: string, action: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const { id } = form;
  const draft = draftOf(state, member, id);
  if (!draft) return committedAgain(state, key, member, id, mark);
  const early = notYet(state, id, draft, 'details');
  if (early) {
    const kept = withDraft(state, id, typedInto(draft, 'details', form.typed));
    return { ...early, after: kept, halfway: [state] };
  }
  const refused = wrongIn(state, member, draft, form);
  if (refused) return refused;
  if (!isTheSame(draft, form) && isStale(draft, 'details', form.revision)) return conflict(state);
  const details = form.details ?? [];
  const [only, ...others] = new Set(details.map(({ own }) => own));
  const to = others.length > 0 ? '/' : `/places/${only}`;
  const household = member.person.current;
  const added = details.map(
    ({ own, ...detail }) => [`new:${detail.quantity}`, newItem(detail, own ?? '')] as const,
  );
  const items = { ...state.households[household]?.items, ...Object.fromEntries(added) };
  const more = withAction(withHousehold(withDraft(state, id, undefined), household, { items }), action, {
    household,
    items: Object.fromEntries(added.map(([row, after]) => [row, { before: null, after }])),
  });
  const kept = { draft: id, owner: member.person.id, household, revision: mark, to, action };
  const done = { ...more, commits: { ...more.commits, [id]: kept } };
  return { status: 303, to, after: forgottenIn(done, key, id), halfway: [done], promise: 'commits' };
}

/** Pressing it once more. */
function committedAgain(state: State, key: string, member: Member, id: Id, revision: string): Result {
  const earlier = commitOf(state, member, id);
  const isSame = earlier?.revision === revision && !state.actions[earlier.action]?.undone;
  if (!earlier || !isSame) return closed(state, member, id, 409);
  // Of two at once, the second one's session forgets it too.
  const racing = [forgottenIn(state, key, id)];
  return { status: 303, to: earlier.to, after: state, racing, promise: 'commits' };
}

/** A page of a draft that is not open: what it became, or nothing. */
export function closed(state: State, member: Member, id: Id, committed: number): Result {
  const isCommitted = commitOf(state, member, id) !== undefined;
  return isCommitted
    ? { status: committed, raced: { status: 404 }, after: state, promise: 'commits' }
    : notFound(state);
}

function commitOf(state: State, { person }: Member, id: Id) {
  const known = state.commits[id];
  return known?.owner === person.id && known.household === person.current ? known : undefined;
}

export function goesOn(after: State, id: Id, draft: Draft, out = addressOf(id, draft)): Result {
  return { status: 303, to: out, after, promise: 'drafts' };
}

export function wrong(state: State): Result {
  return { status: 422, after: state, promise: 'drafts' };
}

function conflict(state: State): Result {
  return { status: 409, after: state, promise: 'stale' };
}
