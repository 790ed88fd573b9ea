import { type Answer, locationOf, notFound, type Result, toLogin } from '../result.js';
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
import { begunIn, draftOf, forgottenIn, isFull, withDraft } from './own-drafts.js';
import {
  addressOf,
  isDone,
  isStale,
  NEW_MARK,
  notYet,
  placeGone,
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
  place?: { id: Id } | { name: string };
  foods?: Line[];
  /** With the places that were chosen, be it that of the whole entry. */
  details?: LineDetail[];
  /** As it was typed, to be kept when the step has to wait. */
  typed: Typed;
}

/** Starting an entry. @param once the token of the form */
export function start(
  state: State,
  key: string,
  once: string,
  place: Id | undefined,
  answer: Answer,
): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const [id, started] =
    Object.entries(state.drafts).find(([one, draft]) => draft.once === once && draftOf(state, member, one)) ??
    [];
  if (id && started)
    return { status: 303, to: addressOf(id, started), after: begunIn(state, key, id), promise: 'drafts' };
  if (isFull(state, member)) return { status: 303, to: '/put-away', after: state, promise: 'drafts' };
  const known = place !== undefined && member.household.places[place] !== undefined;
  const empty: Draft = {
    kind: 'put_away',
    owner: member.person.id,
    household: member.person.current,
    revision: `${NEW_MARK}${once}`,
    steps: {},
    place: null,
    foods: [],
    details: [],
    discarded: false,
    once,
    typed: {},
  };
  const draft = known ? saved(empty, 'place', { place }) : empty;
  const newId = (answer.page && locationOf(answer.page)?.split('/')[2]) || `new:${once}`;
  const made = withDraft(state, newId, draft);
  const after = begunIn(made, key, newId);
  return { status: 303, to: addressOf(newId, draft), after, halfway: [made], promise: 'drafts' };
}

/** Sending the form of a step. */
export function save(state: State, key: string, form: StepForm): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const draft = draftOf(state, member, form.id);
  if (!draft) return closed(state, member, form.id, 409);
  const early = notYet(state, form.id, draft, form.step);
  if (early) {
    const kept = withDraft(state, form.id, typedInto(draft, form.step, form.typed));
    return { ...early, after: kept, halfway: [state] };
  }
  const stale = isStale(draft, form.step, form.revision);
  if (!form.valid) return stale ? conflict(state) : wrong(state);
  return form.step === 'place'
    ? savePlace(state, member, draft, form)
    : saveLines(state, member, draft, form);
}

function savePlace(state: State, member: Member, draft: Draft, form: StepForm): Result {
  const { places } = member.household;
  const wanted = form.place ?? { id: '' };
  const named = 'name' in wanted ? Object.keys(places).find((id) => places[id] === wanted.name) : wanted.id;
  if (named !== undefined && places[named] === undefined)
    return isStale(draft, 'place', form.revision) ? conflict(state) : wrong(state);
  const id = named ?? `new:${'name' in wanted ? wanted.name : ''}`;
  const made =
    named !== undefined || !('name' in wanted)
      ? state
      : withHousehold(state, member.person.current, { places: { ...places, [id]: wanted.name } });
  if (isDone(draft, 'place') && draft.place === id) return goesOn(state, form.id, draft);
  if (isStale(draft, 'place', form.revision)) return { ...conflict(state), racing: [made] };
  const now = saved(draft, 'place', { place: id });
  return { ...goesOn(withDraft(made, form.id, now), form.id, now), halfway: [made] };
}

function saveLines(state: State, member: Member, draft: Draft, form: StepForm): Result {
  const { id, step, revision, foods = [] } = form;
  const details = (form.details ?? []).map((one) => ({
    ...one,
    own: one.own === draft.place ? null : one.own,
  }));
  const isWrong = details.some(({ own }) => own !== null && member.household.places[own] === undefined);
  if (isWrong) return isStale(draft, step, revision) ? conflict(state) : wrong(state);
  const same =
    step === 'foods'
      ? sameLines(draft.foods, foods)
      : JSON.stringify(draft.details) === JSON.stringify(details);
  if (isDone(draft, step) && same) return goesOn(state, id, draft);
  if (isStale(draft, step, revision)) return conflict(state);
  const now = saved(draft, step, step === 'foods' ? { foods } : { details });
  return goesOn(withDraft(state, id, now), id, now);
}

/** Pressing the button under the review. @param action names what an Undo would put back */
export function commit(state: State, key: string, id: Id, revision: string, action: string): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const draft = draftOf(state, member, id);
  if (!draft) return committedAgain(state, key, member, id, revision);
  const early = placeGone(state, member, id, 'review') ?? notYet(state, id, draft, 'review');
  if (early) return early;
  if (revision !== draft.revision) return conflict(state);
  const place = draft.place ?? '';
  const [only, ...others] = new Set(draft.details.map(({ own }) => own ?? place));
  const to = others.length > 0 ? '/' : `/places/${only}`;
  const household = member.person.current;
  const added = draft.details.map(
    ({ own, ...detail }) =>
      [`new:${detail.quantity}`, { ...detail, place: own ?? place, revision: 1 }] as const,
  );
  const items = { ...state.households[household]?.items, ...Object.fromEntries(added) };
  const more = withAction(withHousehold(withDraft(state, id, undefined), household, { items }), action, {
    household,
    items: Object.fromEntries(added.map(([row, after]) => [row, { before: null, after }])),
  });
  const kept = { draft: id, owner: member.person.id, household, revision, to, action };
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

function goesOn(after: State, id: Id, draft: Draft): Result {
  return { status: 303, to: addressOf(id, draft), after, promise: 'drafts' };
}

function wrong(state: State): Result {
  return { status: 422, after: state, promise: 'drafts' };
}

function conflict(state: State): Result {
  return { status: 409, after: state, promise: 'stale' };
}
