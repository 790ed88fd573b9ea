import { findIn, type Keeping, shelfLife } from './estimate.js';
import type { ShelfFood } from './food-row.js';
import { CATEGORIES } from './table.js';

/** What to do with food whose date is past. */
export type AfterDate = 'throw away' | 'look and smell' | 'look at the pack';

/** What is opened and then keeps no longer than this is food for bacteria: a tin of fish, of beans, of soup. */
const RISKY_ONCE_OPEN = 4;

/**
 * What to do with food that is past its best-before date. After a use-by date the answer is always to throw it away
 * (UK Food Standards Agency, FSA, "Best before and use-by dates"): don't ask here.
 *
 * The FSA and the US Food Safety and Inspection Service (FSIS) agree that a best-before date is of quality, not of
 * safety (FSA, as above; FSIS, "Food Product Dating": safe "until the time spoilage is evident"). So what counts is
 * whether what is wrong would show:
 *
 * - `'throw away'`: meat, poultry, fish, sliced and cooked food, soft cheese, bagged salad, sprouts, baby food. It
 *   would not show: the bacteria that make people ill can't be seen or smelled. That is stricter than either agency,
 *   but for infant formula, which FSIS says not to use after its date.
 * - `'look and smell'`: yoghurt, hard cheese, bread, fresh fruit and vegetables, dry goods. It would show; and what is
 *   mouldy is thrown away, but for hard cheese and firm vegetables, which may be cut (FSIS, "Molds on Food: Are They
 *   Dangerous?").
 * - `'look at the pack'`: closed tins and jars. FSIS, "Shelf-Stable Food Safety": safe while in good condition, never
 *   used when leaking, bulging or badly dented. What grows in a bad one has no smell that could be trusted.
 * - nothing: not known, or the sources differ; say it cautiously. Eggs are here (the FSA said never, and since
 *   December 2011 a day or two, cooked through), milk and cream, melon (cut, it has to be kept as cold as meat: US Food
 *   Code, 1-201.10), opened jars, and whatever is frozen (FSIS, "Freezing and Food Safety": safe while frozen, the date
 *   is of quality, but how long it stood before is not known).
 *
 * @param state where the food is and what was done to it, as far as it is known; the more, the less cautious
 */
export function afterDate(name: string, state: Partial<Keeping> = {}): AfterDate | undefined {
  const food = findIn(name, state.placeKind)?.food;
  if (!food) return undefined;
  const advice = food.after ?? CATEGORIES[food.category].after;
  if (advice === 'in doubt') return undefined;
  if (advice === 'throw away') return state.placeKind === 'freezer' ? undefined : advice;
  if (advice === 'look and smell' && isSealed(food)) return afterSealed(name, state);
  return state.thawed && !keepsItsCrumb(food) ? undefined : advice;
}

/** Only of a closed tin or jar is the date one of quality. */
function afterSealed(name: string, { opened }: Partial<Keeping>): AfterDate | undefined {
  if (opened === undefined) return undefined;
  if (!opened) return 'look at the pack';
  const days = shelfLife(name, { placeKind: 'fridge', opened })?.days;
  return days !== undefined && days <= RISKY_ONCE_OPEN ? 'throw away' : undefined;
}

const isSealed = ({ category }: ShelfFood) => category === 'tins and jars';
const keepsItsCrumb = ({ category }: ShelfFood) => category === 'bread' || category === 'cakes and biscuits';
