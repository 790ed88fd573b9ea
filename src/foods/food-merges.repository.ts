import type { Database } from '../database/database.js';
import { changeIn } from '../journal/journal.repository.js';
import type { Member } from '../members/member.js';
import type { Food } from '../stock/stock.js';
import { findFood } from './food.repository.js';

/** The id of the food that each food was merged into; without undone merges. */
export type Merges = Map<number, number>;

export async function findMerges(db: Database, { household }: Member): Promise<Merges> {
  const entries = await db
    .selectFrom('actions as a')
    .innerJoin('journal_entries as e', 'e.action_id', 'a.id')
    .select(['a.id', 'e.subject', 'e.subject_id', 'e.before', 'e.after'])
    .where('a.household_id', '=', household.id)
    .where('a.kind', '=', 'food_merged')
    .where('a.is_undone', '=', 0)
    .where('e.subject', '=', 'food')
    .execute();
  const kept = new Map(entries.filter((entry) => changeIn(entry).after).map((e) => [e.id, e.subject_id]));
  return new Map(
    entries.flatMap((entry) => {
      const into = kept.get(entry.id);
      return changeIn(entry).after || into === undefined ? [] : [[entry.subject_id, into]];
    }),
  );
}

/** The food, or the one that it was merged into; undefined when the household has neither. */
export async function findFoodNow(db: Database, member: Member, id: number): Promise<Food | undefined> {
  const food = await findFood(db, member, id);
  return food ?? findFood(db, member, mergedInto(await findMerges(db, member), id));
}

/** The id that a food has after all merges; its own when it was never merged. */
export function mergedInto(merges: Merges, id: number): number {
  let last = id;
  for (let next = merges.get(last); next !== undefined; next = merges.get(last)) last = next;
  return last;
}

/** A food and those that were merged into it. */
export function allOf(merges: Merges, id: number): number[] {
  return [id, ...[...merges.keys()].filter((one) => mergedInto(merges, one) === id)];
}
