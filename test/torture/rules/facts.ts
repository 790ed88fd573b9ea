import type { Item } from '../item.js';
import type { Result } from '../result.js';
import type { Household, Id } from '../state.js';

/** What the places are that every household begins with; those that are made later are of no such kind. */
const KINDS: Record<string, string> = { Fridge: 'fridge', Freezer: 'freezer', Pantry: 'pantry' };

export function kindOf({ places }: Household, place: Id): string {
  return KINDS[places[place] ?? ''] ?? 'other';
}

/** The day by the clock: the families' households are in its zone. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What is right on the day it was sent, or on the next one, when it was sent at midnight. */
export function onEitherDay(sent: string, rule: (today: string) => Result): Result {
  const result = rule(sent);
  const now = today();
  if (now === sent) return result;
  return { ...result, also: [...(result.also ?? []), rule(now).after] };
}

/** The day that was typed; today for none, and undefined for what nobody takes. */
export function dayIn(typed: string, now: string): string | undefined {
  if (typed === '') return now;
  if (typed !== 'yesterday') return undefined;
  return new Date(Date.parse(now) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** What opening changes: nothing, when it was open by then. */
export function opening({ opened }: Item, day: string): Partial<Item> {
  return opened !== null && opened <= day ? {} : { opened: day, own: null };
}

/** What moving changes besides the place: into a freezer and out of it on one day is neither freezing nor thawing. */
export function moving(item: Item, household: Household, to: Id, day: string): Partial<Item> {
  const [from, into] = [kindOf(household, item.place), kindOf(household, to)];
  if ((from === 'freezer') === (into === 'freezer')) return {};
  if (into === 'freezer') return { frozen: day, frozenFrom: from, own: null };
  return item.frozen === day ? { frozen: null, frozenFrom: null } : { thawed: day, own: null };
}
