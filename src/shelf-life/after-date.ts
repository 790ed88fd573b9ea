import { findIn, type Keeping, shelfLife } from './estimate.js';
import type { AfterDate, ShelfFood } from './food-row.js';
import { CATEGORIES } from './table.js';

export type { AfterDate };

/** What is opened and then keeps no longer than this is food for bacteria: a tin of fish, of beans, of soup. */
const RISKY_ONCE_OPEN = 4;

/**
 * What to do with food that is past its best-before date. After a use-by date the answer is always to throw it away
 * (UK Food Standards Agency, "Best before and use-by dates"): don't ask here.
 *
 * - `'throw away'`: meat, poultry, fish, sliced and cooked food, soft cheese, bagged salad, sprouts, baby food. What
 *   makes people ill in them can't be seen or smelled (FSA, as above; FSIS, "Molds on Food: Are They Dangerous?":
 *   soft cheese, luncheon meat and cooked dishes are discarded; FSIS, "Food Product Dating": not after the date for
 *   infant formula).
 * - `'look and smell'`: yoghurt, hard cheese, bread, fresh fruit and vegetables, dry goods, closed tins. The date is
 *   of quality, and spoiling shows (FSA, as above; FSIS, "Food Product Dating"; FSIS, "Molds on Food": hard cheese
 *   may be cut; FSIS, "Shelf-Stable Food Safety": a tin that is not swollen, rusty or dented).
 * - nothing: not known, or the sources differ; say it cautiously. Eggs are here (the FSA has said both never, and a
 *   day or two when cooked through), milk and cream, opened jars, and whatever is frozen (FSIS, "Freezing and Food
 *   Safety": safe while frozen, the date is of quality, but how long it stood before is not known).
 *
 * @param state where the food is and what was done to it, as far as it is known; the more, the less cautious
 */
export function afterDate(name: string, state: Partial<Keeping> = {}): AfterDate | undefined {
  const food = findIn(name, state.placeKind)?.food;
  if (!food) return undefined;
  const advice = food.after ?? CATEGORIES[food.category].after;
  if (advice === 'throw away') return state.placeKind === 'freezer' ? undefined : advice;
  if (advice === 'look and smell' && isSealed(food)) return afterSealed(name, state);
  return state.thawed && !keepsItsCrumb(food) ? undefined : advice;
}

/** Only of a closed tin or jar is the date one of quality. */
function afterSealed(name: string, { opened }: Partial<Keeping>): AfterDate | undefined {
  if (opened === undefined) return undefined;
  if (!opened) return 'look and smell';
  const days = shelfLife(name, { placeKind: 'fridge', opened })?.days;
  return days !== undefined && days <= RISKY_ONCE_OPEN ? 'throw away' : undefined;
}

const isSealed = ({ category }: ShelfFood) => category === 'tins and jars';
const keepsItsCrumb = ({ category }: ShelfFood) => category === 'bread' || category === 'cakes and biscuits';
