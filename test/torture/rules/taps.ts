import { minus } from '../../../src/amounts/fractions.js';
import { type Result, toLogin } from '../result.js';
import { type Id, memberOf, type State, withAction, withHousehold } from '../state.js';
import { remove } from './items.js';

/** A tap on a button of a row, or of an item's page. */
export interface Tap {
  /** Thousandths; all of it when left out, or when there is no more. */
  some: number | undefined;
  /** Where its form leads back to. */
  back: string;
  /** The token of the form, with what the button says. */
  once: string;
  action: string;
}

/** Food is eaten or thrown away, once. A tap on what is gone says so, and offers the way back. */
export function tap(state: State, key: string, id: Id, { some, back, once, action }: Tap): Result {
  const member = memberOf(state, key);
  if (!member) return toLogin(state);
  const { household, person } = member;
  const item = household.items[id];
  const answer = { status: 303, to: back, promise: 'tables' as const };
  const before = state.actions[state.once[once] ?? ''];
  if (item && before && !before.undone) return { ...answer, after: state };
  const quantity = item && some !== undefined ? minus(item.quantity, some) : 0;
  if (!item || quantity <= 0) return withOnce(state, remove(state, key, id, back, action), once, action);
  const after = { ...item, quantity, revision: item.revision + 1 };
  const more = withHousehold(state, person.current, { items: { ...household.items, [id]: after } });
  const items = { [id]: { before: item, after } };
  const done = withAction(more, action, { household: person.current, items });
  return withOnce(state, { ...answer, after: done }, once, action);
}

function withOnce(state: State, result: Result, once: string, action: string): Result {
  if (result.after === state) return result;
  return { ...result, after: { ...result.after, once: { ...result.after.once, [once]: action } } };
}
