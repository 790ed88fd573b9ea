import type { Deps } from '../deps.js';
import type { Member } from '../people/person.js';
import { dayIn } from '../stock/best-before.js';
import { listFoods } from '../stock/food.repository.js';
import type { Place } from '../stock/stock.js';
import type { LineContext } from './entry.js';
import { knownFoods } from './known-foods.js';

/**
 * What the lines of a household's member can speak of. Made once for all lines that are read together.
 * @param places that a line may name: none where it is known where everything is
 */
export async function lineContext(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  member: Member,
  places: Place[],
): Promise<LineContext> {
  const { timeZone, dateOrder } = member.household;
  const foods = await listFoods(db, member);
  return {
    places,
    today: dayIn(timeZone, clock.now()),
    dateOrder,
    foods: knownFoods(foods.map(({ name }) => name)),
  };
}
