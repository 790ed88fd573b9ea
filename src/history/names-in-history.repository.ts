import type { Database } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import { findFoods } from '../foods/food.repository.js';
import { findMerges, mergedInto } from '../foods/food-merges.repository.js';
import type { Change } from '../journal/journal.repository.js';
import type { Member } from '../members/member.js';

/** The present names of the foods of changes, by id. */
export async function findFoodNames(
  db: Database,
  member: Member,
  changes: Change[],
): Promise<Map<number, string>> {
  const ids = idsIn(changes, ({ before, after }) => [
    before && 'food_id' in before ? before.food_id : null,
    after && 'food_id' in after ? after.food_id : null,
  ]);
  return nameFoods(db, member, ids);
}

/** The present names of foods, by id: of a merged food the other's name, of a removed one its last. */
export async function nameFoods(db: Database, member: Member, ids: number[]): Promise<Map<number, string>> {
  const names = new Map((await findFoods(db, member, ids)).map(({ id, name }) => [id, name]));
  const gone = ids.filter((id) => !names.has(id));
  if (gone.length === 0) return names;
  const merges = await findMerges(db, member);
  const others = [...new Set(gone.map((id) => mergedInto(merges, id)))];
  const named = new Map((await findFoods(db, member, others)).map(({ id, name }) => [id, name]));
  const last = await lastNames(
    db,
    member,
    others.filter((id) => !named.has(id)),
  );
  for (const id of gone) {
    const other = mergedInto(merges, id);
    const name = named.get(other) ?? last.get(other);
    if (name !== undefined) names.set(id, name);
  }
  return names;
}

async function lastNames(db: Database, { household }: Member, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('journal_entries as e')
    .innerJoin('actions as a', 'a.id', 'e.action_id')
    .select(['e.subject_id', 'e.before'])
    .where('a.household_id', '=', household.id)
    .where('e.subject', '=', 'food')
    .where('e.subject_id', 'in', anyOf(ids))
    .where('e.after', 'is', null)
    .orderBy('e.id')
    .execute();
  return new Map(
    rows.flatMap(({ subject_id, before }) => (before ? [[subject_id, JSON.parse(before).name]] : [])),
  );
}

/** The names of the places of changes, by id; the last one of a place that is gone. */
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
    .where('e.subject_id', 'in', anyOf(ids))
    .where('e.after', 'is', null)
    .orderBy('e.id')
    .execute();
  for (const { subject_id, before } of gone) if (before) names.set(subject_id, JSON.parse(before).name);
  const places = await db
    .selectFrom('places')
    .select(['id', 'name'])
    .where('household_id', '=', household.id)
    .where('id', 'in', anyOf(ids))
    .execute();
  for (const { id, name } of places) names.set(id, name);
  return names;
}

function idsIn(changes: Change[], idsOf: (change: Change) => (number | null)[]): number[] {
  return [...new Set(changes.flatMap(idsOf).filter((id) => id !== null))];
}
