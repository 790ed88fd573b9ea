import { minus } from '../../../src/amounts/fractions.js';
import { inUnit } from '../../../src/amounts/sums.js';
import type { Item } from '../item.js';
import { type Result, toLogin } from '../result.js';
import { type Id, type Member, memberOf, type State, withAction, withHousehold } from '../state.js';
import { dayIn, moving, opening } from './facts.js';
import { remove } from './items.js';

/** A tap on a button of a row, or of an item's page. */
export interface Tap {
  /** What its address says. */
  what: 'eaten' | 'thrown-away' | 'opened' | 'moved';
  /** All of it when left out, or when there is no more. Without a unit it is in the item's. */
  some?: { quantity: number; unit: string } | undefined;
  /** Where it is moved to. */
  to?: Id | undefined;
  /** The day that was typed; empty for today. */
  on?: string | undefined;
  /** Where its form leads back to. */
  back: string;
  /** The token of the form, with whose it is. */
  once: string;
  action: string;
  /** The day. */
  today: string;
}

/** Something that may be done to an item. */
interface Doing extends Pick<Tap, 'back' | 'action'> {
  /** Thousandths. */
  quantity?: number | undefined;
  /** What changes of so much; null when it is gone. */
  becomes: Partial<Item> | null;
  /** The token of the form with all that it says; undefined where the same may be done again and again. */
  once?: string | undefined;
}

/** Food is eaten, thrown away, opened or moved, once. A tap on what is gone says so, and offers the way back. */
export function tap(state: State, key: string, id: Id, sent: Tap): Result {
  const { what, some, to, on = '', back, once, action, today } = sent;
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const { household } = member;
  const item = household.items[id];
  if (!item) return remove(state, key, id, back, action);
  const day = dayIn(on, today);
  const quantity = some && inUnit({ quantityMilli: some.quantity, unit: some.unit }, item.unit);
  if (day === undefined || (some && quantity === undefined)) return refused(state);
  if (what !== 'moved') {
    const becomes = what === 'opened' ? opening(item, day) : null;
    return done(state, member, id, { back, action, quantity, becomes, once: keyOf({ becomes }) });
  }
  if (to === undefined || household.places[to] === undefined) return refused(state);
  if (to === item.place) return { status: 303, to: back, after: state, promise: 'tables' };
  const becomes = { place: to, ...moving(item, household, to, day) };
  return done(state, member, id, { back, action, quantity, becomes, once: keyOf({ becomes }) });

  function keyOf(told: object): string {
    return JSON.stringify([once, id, what, quantity, told, day === today ? '' : day]);
  }
}

/** A better date for a guess, or none. @param best empty for none */
export function redate(
  state: State,
  key: string,
  id: Id,
  best: string,
  { back, once, action }: Pick<Tap, 'back' | 'once' | 'action'>,
): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const item = member.household.items[id];
  if (!item) return remove(state, key, id, back, action);
  if (item.printed !== null) return refused(state);
  const token = JSON.stringify([once, id, 'date', best]);
  return done(state, member, id, { back, action, becomes: { own: best || 'none' }, once: token });
}

/** What is not counted any more. */
export function setLevel(
  state: State,
  key: string,
  id: Id,
  level: string,
  { back, action }: Pick<Tap, 'back' | 'action'>,
): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  if (!member.household.items[id]) return remove(state, key, id, back, action);
  return done(state, member, id, { back, action, becomes: { level } });
}

function done(
  state: State,
  { household, person }: Member,
  id: Id,
  { becomes, quantity, once, action, back }: Doing,
): Result {
  const item = household.items[id] as Item;
  const answer = { status: 303, to: back, promise: 'tables' as const };
  const before = state.actions[state.once[once ?? ''] ?? ''];
  if (before && !before.undone) return { ...answer, after: state };
  const left = quantity === undefined || item.level !== null ? 0 : minus(item.quantity, quantity);
  const changed = left > 0 ? parted(item, left, quantity ?? 0, becomes) : whole(item, becomes);
  if (!changed) return { ...answer, after: state };
  const { kept, split } = changed;
  const { [id]: _, ...others } = household.items;
  const items = { ...others, ...(kept && { [id]: kept }), ...(split && { [newId(split)]: split }) };
  const after = withAction(withHousehold(state, person.current, { items }), action, {
    household: person.current,
    items: {
      [id]: { before: item, after: kept },
      ...(split && { [newId(split)]: { before: null, after: split } }),
    },
  });
  const known = once === undefined ? after : { ...after, once: { ...after.once, [once]: action } };
  return { ...answer, after: known };
}

interface Changed {
  kept: Item | null;
  split?: Item;
}

/** Some of it is gone, or an item of its own from now on. */
function parted(item: Item, left: number, quantity: number, becomes: Partial<Item> | null): Changed {
  const kept = { ...item, quantity: left, revision: item.revision + 1 };
  return becomes ? { kept, split: { ...item, ...becomes, quantity, revision: 1 } } : { kept };
}

/** All of it is changed, or gone; nothing, when it is so already. */
function whole(item: Item, becomes: Partial<Item> | null): Changed | undefined {
  if (!becomes) return { kept: null };
  const isSo = Object.entries(becomes).every(([part, value]) => item[part as keyof Item] === value);
  return isSo ? undefined : { kept: { ...item, ...becomes, revision: item.revision + 1 } };
}

function newId({ quantity }: Item): string {
  return `new:${quantity}`;
}

function refused(state: State): Result {
  return { status: 422, after: state, promise: 'tables' };
}
