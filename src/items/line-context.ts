import type { Deps } from '../deps.js';
import type { LineContext } from '../entry-line/words/entry.js';
import { knownFoods } from '../entry-line/words/known-foods.js';
import { listFoodNames } from '../foods/food.repository.js';
import { type Member, todayOf } from '../members/member.js';
import type { Place } from '../stock/stock.js';

/**
 * What a member's lines can name. Slow to make: once for all lines.
 * @param places that a line may name; none where the place is known
 */
export async function lineContext(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  member: Member,
  places: Place[],
): Promise<LineContext> {
  const { dateOrder } = member.household;
  return {
    places,
    today: todayOf(member, clock),
    dateOrder,
    foods: knownFoods(await listFoodNames(db, member)),
  };
}
