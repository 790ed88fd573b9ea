import type { Database } from '../database/database.js';
import type { Member } from '../people/person.js';
import { findFoods } from './food.repository.js';
import type { Change } from './journal.repository.js';

/** What the foods are called now that changes are about, by their ids. */
export async function findFoodNames(
  db: Database,
  member: Member,
  changes: Change[],
): Promise<Map<number, string>> {
  const ids = idsIn(changes, ({ before, after }) => [
    before && 'food_id' in before ? before.food_id : null,
    after && 'food_id' in after ? after.food_id : null,
  ]);
  const foods = await findFoods(db, member, ids);
  return new Map(foods.map(({ id, name }) => [id, name]));
}

/** What the places are called that changes are about, by their ids; what it was called last when one is gone. */
export async function findPlaceNames(
  db: Database,
  { household }: Member,
  changes: Change[],
): Promise<Map<number, string>> {
  const ids = idsIn(changes, ({ before, after }) => [
    before && 'place_id' in before ? before.place_id : null,
    after && 'place_id' in after ? after.place_id : null,
  ]);
  const names = new Map<number, string>();
  if (ids.length === 0) return names;
  const gone = await db
    .selectFrom('journal_entries as e')
    .innerJoin('actions as a', 'a.id', 'e.action_id')
    .select(['e.subject_id', 'e.before'])
    .where('a.household_id', '=', household.id)
    .where('e.subject', '=', 'place')
    .where('e.subject_id', 'in', ids)
    .where('e.after', 'is', null)
    .orderBy('e.id')
    .execute();
  for (const { subject_id, before } of gone) if (before) names.set(subject_id, JSON.parse(before).name);
  const places = await db
    .selectFrom('places')
    .select(['id', 'name'])
    .where('household_id', '=', household.id)
    .where('id', 'in', ids)
    .execute();
  for (const { id, name } of places) names.set(id, name);
  return names;
}

function idsIn(changes: Change[], idsOf: (change: Change) => (number | null)[]): number[] {
  return [...new Set(changes.flatMap(idsOf).filter((id) => id !== null))];
}
