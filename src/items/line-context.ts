import type { Deps } from '../deps.js';
import type { LineContext } from '../entry-line/words/entry.js';
import { knownFoods } from '../entry-line/words/known-foods.js';
import { listFoods } from '../foods/food.repository.js';
import { type Member, todayOf } from '../members/member.js';
import type { Place } from '../stock/stock.js';

/**
 * What the lines of a household's member can speak of. Made once for all lines that are read together.
 * @param places that a line may name: none where it is known where everything is
 */
export async function lineContext(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  member: Member,
  places: Place[],
): Promise<LineContext> {
  const { dateOrder } = member.household;
  const foods = await listFoods(db, member);
  return {
    places,
    today: todayOf(member, clock),
    dateOrder,
    foods: knownFoods(foods.map(({ name }) => name)),
  };
}
