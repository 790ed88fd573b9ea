import { onceKey } from '../../../src/web/idempotency-key.js';
import { type Answer, locationOf, type Result, toLogin } from '../result.js';
import { type Draft, type Id, type Line, type Member, memberOf, type State, type Typed } from '../state.js';
import { begunIn, draftOf, isFull, withDraft } from './own-drafts.js';
import { wrong } from './put-away.js';
import { addressOf, isDone, NEW_MARK, sameLines, saved, typedInto } from './steps.js';

/** What the box of the tab says. */
export interface Box {
  /** The token of the form. */
  once: string;
  /** That it was opened from. */
  place: Id | undefined;
  foods: Line[];
}

/** Sending the box. */
export function start(state: State, key: string, { once, place, foods }: Box, answer: Answer): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  if (foods.length === 0) return wrong(state);
  // What was kept when the box's page was left is taken up.
  const [kept, left] = startedBy(state, member, once) ?? [];
  if (kept && left && !isDone(left, 'foods')) {
    const listed = saved(left, 'foods', { foods });
    return begins(withDraft(state, kept, listed), kept, listed);
  }
  if (kept && left && sameLines(left.foods, foods)) return begins(state, kept, left);
  const token = tokenOf(member, { once, place, foods });
  const [id, started] = startedBy(state, member, token) ?? [];
  if (id && started) return begins(state, id, started);
  if (isFull(state, member)) return wrong(state);
  const draft = saved(begun(member, { once, place }, token), 'foods', { foods });
  const newId = (answer.page && locationOf(answer.page)?.split('/')[2]) || `new:${token}`;
  return begins(withDraft(state, newId, draft), newId, draft);

  function begins(made: State, begunId: Id, now: Draft): Result {
    const after = begunIn(made, key, begunId);
    return { status: 303, to: addressOf(begunId, now), after, halfway: [made], promise: 'drafts' };
  }
}

/** The open entry that a form began, by its token. */
export function startedBy(state: State, member: Member, once: string): [Id, Draft] | undefined {
  return Object.entries(state.drafts).find(
    ([id, draft]) => draft.once === once && draftOf(state, member, id),
  );
}

/** An entry of which nothing is said yet. */
export function begun({ person, household }: Member, { place }: Omit<Box, 'foods'>, once: string): Draft {
  const known = place !== undefined && household.places[place] !== undefined;
  return {
    kind: 'put_away',
    owner: person.id,
    household: person.current,
    revision: `${NEW_MARK}${once}`,
    steps: {},
    place: known ? place : null,
    foods: [],
    details: [],
    discarded: false,
    once,
    typed: {},
  };
}

/** What the row keeps of a box that was sent: the same one sent again finds it. */
function tokenOf({ person }: Member, { once, place, foods }: Box): string {
  const lines = foods.map(({ food, name }) => ({ foodId: food === '' ? null : Number(food), name }));
  const placeId = place === undefined ? undefined : Number(place);
  return onceKey(once, Number(person.id), [lines, placeId]) ?? '';
}

/** The script of the box's page sends what was typed when it is left: that begins an entry. */
export function keepBox(state: State, key: string, box: Omit<Box, 'foods'>, typed: Typed): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const nothing: Result = { status: 204, after: state, promise: 'drafts' };
  if (Object.values(typed).every((said) => said.trim() === '')) return nothing;
  const known = startedBy(state, member, box.once);
  if (!known && isFull(state, member)) return nothing;
  const [id, draft] = known ?? [`new:${box.once}`, begun(member, box, box.once)];
  const kept = isDone(draft, 'foods') ? draft : typedInto(draft, 'foods', typed);
  const after = begunIn(withDraft(state, id, kept), key, id);
  return { ...nothing, after, halfway: [withDraft(state, id, draft), withDraft(state, id, kept)] };
}
