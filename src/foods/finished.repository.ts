import { dayIn, daysAfter } from '../calendar/day.js';
import type { Database } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import type { ItemRow } from '../database/tables.js';
import type { Member } from '../members/member.js';
import { allOf, findMerges } from './food-merges.repository.js';

/** Times; fewer are no habit. */
const HABIT = 3;
/** The latest times tell more than old ones. */
const LATEST = 12;

/** How long a household takes to finish a food. */
export interface Finishing {
  days: number;
  /** How many times: 3 to 12. */
  times: number;
}

/**
 * How long a household's foods last: from those eaten up, not thrown away, and not undone. A merged food counts
 * with the other.
 * @returns by food id; without foods that were finished less than three times
 */
export async function findFinishing(
  db: Database,
  member: Member,
  foodIds: number[],
): Promise<Map<number, Finishing>> {
  const found = new Map<number, Finishing>();
  if (foodIds.length === 0) return found;
  const merges = await findMerges(db, member);
  for (const foodId of new Set(foodIds)) {
    const days = await daysToFinish(db, member, allOf(merges, foodId));
    if (days.length >= HABIT) found.set(foodId, { days: median(days), times: days.length });
  }
  return found;
}

async function daysToFinish(db: Database, { household }: Member, foodIds: number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('journal_entries as e')
    .innerJoin('actions as a', 'a.id', 'e.action_id')
    .select(['e.before', 'a.created_at as finished_at', 'a.happened_on'])
    .where('e.food_id', 'in', anyOf(foodIds))
    .where('e.after', 'is', null)
    .where('a.kind', '=', 'eaten')
    .where('a.is_undone', '=', 0)
    .where('a.household_id', '=', household.id)
    .orderBy('e.id', 'desc')
    .limit(LATEST)
    .execute();
  const day = (moment: string) => dayIn(household.timeZone, new Date(moment));
  return rows.flatMap(({ before, finished_at, happened_on }) => {
    if (!before) return [];
    const { bought_on: boughtOn }: ItemRow = JSON.parse(before);
    return Math.max(0, daysAfter(boughtOn, happened_on ?? day(finished_at)));
  });
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return Math.round((low + high) / 2);
}
