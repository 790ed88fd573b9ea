import { addDays } from '../../src/calendar/day.js';
import type { PlaceKind } from '../../src/database/tables.js';
import { movedTo, opened } from '../../src/keeping/fact-changes.js';
import type { Facts } from '../../src/keeping/facts.js';

export const TODAY = '2026-11-24';
export const days = (count: number) => addDays(TODAY, count);

/** The facts after things were done to an item, one after the other. */
export function after(facts: Facts, ...done: ((now: Facts) => Partial<Facts>)[]): Facts {
  let now = facts;
  for (const change of done) now = { ...now, ...change(now) };
  return now;
}
export const open =
  (on = TODAY) =>
  (now: Facts) =>
    opened(now, on);
export const to =
  (placeKind: PlaceKind, on = TODAY) =>
  (now: Facts) => ({ ...movedTo(now, placeKind, on), placeKind });
