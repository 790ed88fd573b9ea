import { dayIn } from '../calendar/day.js';
import type { Database } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import type { ItemRow } from '../database/tables.js';
import type { Member } from '../members/member.js';
import { allOf, findMerges } from './food-merges.repository.js';

/** Times; fewer are no habit. */
const HABIT = 3;
/** The latest times tell more than old ones. */
const LATEST = 12;

/** What a household does with a food and its date, of the latest twelve times. */
export interface Habit {
  /** Times thrown away before its day; 0 below three. */
  thrownEarly: number;
  /** Times eaten after its day; 0 below three. */
  eatenLate: number;
}

/**
 * What a household does with foods, whatever their dates say; without what was undone.
 * @returns by food id; without foods that have no habit
 */
export async function findHabits(
  db: Database,
  member: Member,
  foodIds: number[],
): Promise<Map<number, Habit>> {
  const found = new Map<number, Habit>();
  if (foodIds.length === 0) return found;
  const merges = await findMerges(db, member);
  for (const foodId of new Set(foodIds)) {
    const habit = await habitWith(db, member, allOf(merges, foodId));
    if (habit.thrownEarly + habit.eatenLate > 0) found.set(foodId, habit);
  }
  return found;
}

async function habitWith(db: Database, { household }: Member, foodIds: number[]): Promise<Habit> {
  const rows = await db
    .selectFrom('journal_entries as e')
    .innerJoin('actions as a', 'a.id', 'e.action_id')
    .select(['e.before', 'a.kind', 'a.created_at', 'a.happened_on'])
    .where('e.food_id', 'in', anyOf(foodIds))
    .where('a.kind', 'in', ['eaten', 'thrown_away'])
    .where('a.is_undone', '=', 0)
    .where('a.household_id', '=', household.id)
    .orderBy('e.id', 'desc')
    .limit(LATEST)
    .execute();
  const count = (kind: string, isSo: (on: string, day: string) => boolean) => {
    const times = rows.filter((row) => {
      const { best_before: day }: Partial<ItemRow> = JSON.parse(row.before ?? '{}');
      const on = row.happened_on ?? dayIn(household.timeZone, new Date(row.created_at));
      return row.kind === kind && typeof day === 'string' && isSo(on, day);
    }).length;
    return times < HABIT ? 0 : times;
  };
  return {
    thrownEarly: count('thrown_away', (on, day) => on < day),
    eatenLate: count('eaten', (on, day) => on > day),
  };
}
