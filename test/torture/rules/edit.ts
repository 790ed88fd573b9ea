import type { Item } from '../item.js';
import { type Result, toLogin } from '../result.js';
import { type Household, type Id, memberOf, type State, withAction, withHousehold } from '../state.js';
import { moving } from './facts.js';

/** What an item's form says. */
export interface Fields extends Pick<Item, 'name' | 'quantity' | 'unit' | 'level' | 'place' | 'opened'> {
  bestBefore: string | null;
  noDate: boolean;
  /** Undefined where the form does not ask. */
  frozen: string | null | undefined;
  thawed: string | null | undefined;
}

interface EditForm {
  change: Fields;
  /** As it was drawn. */
  drawn: Fields & { revision: number };
  back: string;
  /** The token of the form, with whose it is. */
  token: string;
  /** The day. */
  today: string;
}

/** Parts of an item that are one thing. */
const TOGETHER: (keyof Fields)[][] = [
  ['name'],
  ['quantity', 'unit', 'level'],
  ['bestBefore', 'noDate'],
  ['place'],
  ['opened'],
  ['frozen'],
  ['thawed'],
];

/**
 * Changing or moving an item.
 * @param form what it says, what it was drawn with, and where it leads back to
 * @param missing what is right when the item is not there
 */
export function edit(
  state: State,
  key: string,
  id: Id,
  { change, drawn, back, token, today }: EditForm,
  action: string,
  missing: Result,
): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const { household, person } = member;
  const item = household.items[id];
  if (!item) return missing;
  const answer = { status: 303, to: back, promise: 'tables' as const };
  const once = JSON.stringify([token, id, change]);
  const before = state.actions[state.once[once] ?? ''];
  if (before && !before.undone) return { ...answer, after: state };
  const as = (fields: Fields) => edited(item, household, fields, today);
  if (isSame(as(change), item)) return { ...answer, after: state };
  const said = item.revision === drawn.revision ? change : mergedWith(item, change, drawn);
  if (!said) return { status: 409, after: state, promise: 'stale' };
  const now = as(said);
  if (isSame(now, item)) return { ...answer, after: state };
  if (household.places[now.place] === undefined) return { status: 422, after: state, promise: 'tables' };
  const after = { ...now, revision: item.revision + 1 };
  const done = withAction(
    withHousehold(state, person.current, { items: { ...household.items, [id]: after } }),
    action,
    { household: person.current, items: { [id]: { before: item, after } } },
  );
  const known = { edits: { ...done.edits, [id]: action }, once: { ...done.once, [once]: action } };
  return { ...answer, after: { ...done, ...known } };
}

/** A change put together with what others changed since its form was drawn; undefined when both changed the same. */
function mergedWith(item: Item, change: Fields, drawn: Fields): Fields | undefined {
  const [now, merged] = [fieldsOf(item), { ...change }];
  for (const parts of TOGETHER) {
    if (isLike(parts, change, now) || isLike(parts, drawn, now)) continue;
    if (!isLike(parts, drawn, change)) return undefined;
    for (const part of parts) Object.assign(merged, { [part]: now[part] });
  }
  return merged;
}

function isLike(parts: (keyof Fields)[], one: Fields, other: Fields): boolean {
  return parts.every((part) => (one[part] ?? null) === (other[part] ?? null));
}

/** An item as its form shows it. */
function fieldsOf({ printed, own, ...item }: Item): Fields {
  const bestBefore = printed ?? (own === 'none' ? null : own);
  return { ...item, bestBefore, noDate: printed === null && own === 'none' };
}

/** An item with what its form says. All dates that are typed here are too far off for what is not frozen. */
function edited(item: Item, household: Household, form: Fields, today: string): Item {
  const { name, quantity, unit, level, place, bestBefore, noDate, opened } = form;
  const moved = household.places[place] === undefined ? {} : moving(item, household, place, today);
  const shown = fieldsOf(item);
  const isRedated = shown.bestBefore !== bestBefore || shown.noDate !== noDate;
  const dated = { printed: bestBefore, own: bestBefore === null && noDate ? 'none' : null };
  const days = Object.fromEntries(
    Object.entries({ opened, frozen: form.frozen, thawed: form.thawed }).filter(
      ([part, day]) => day !== undefined && day !== item[part as keyof Item],
    ),
  );
  const isInFreezer = household.places[place] === 'Freezer';
  const frozen = moved.frozen ?? (isInFreezer ? item.frozen : null);
  // A far date on frozen food says how long it stays there.
  const date = frozen && isRedated && bestBefore ? { own: bestBefore } : isRedated ? dated : {};
  return { ...item, name, quantity, unit, level, place, ...moved, ...date, ...days };
}

function isSame(one: Item, other: Item): boolean {
  return Object.keys(other).every((part) => one[part as keyof Item] === other[part as keyof Item]);
}
