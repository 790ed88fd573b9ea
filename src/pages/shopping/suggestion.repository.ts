import type { Database } from '../../database/database.js';
import { anyOf } from '../../database/lists.js';
import { findMerges, mergedInto } from '../../foods/food-merges.repository.js';
import type { Member } from '../../members/member.js';
import type { Food } from '../../stock/stock.js';
import { byName } from '../../text.js';

export interface Suggestion {
  name: string;
  why: 'low' | 'out' | 'finished';
}

/** Foods that are low or out, with no other item, by name. @param most how many at most */
export async function listLow(db: Database, { household }: Member, most: number): Promise<Suggestion[]> {
  const rows = await db
    .selectFrom('items as i')
    .innerJoin('foods as f', 'f.id', 'i.food_id')
    .select(['f.name', 'i.level'])
    .where('i.household_id', '=', household.id)
    .where('i.level', 'in', ['low', 'out'])
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('items as other')
            .select('other.id')
            .whereRef('other.household_id', '=', 'i.household_id')
            .whereRef('other.food_id', '=', 'i.food_id')
            .where((level) =>
              level.or([level('other.level', 'is', null), level('other.level', '=', 'have')]),
            ),
        ),
      ),
    )
    .execute();
  return rows
    .sort(byName)
    .slice(0, most)
    .map(({ name, level }) => ({ name, why: level === 'low' ? 'low' : 'out' }));
}

/**
 * Foods that were eaten up, the latest first. A merged food counts as the other.
 * @param since the earliest moment
 * @param most how many at most
 */
export async function listFinished(
  db: Database,
  member: Member,
  since: Date,
  most: number,
): Promise<Suggestion[]> {
  const eaten = await db
    .selectFrom('actions as a')
    .innerJoin('journal_entries as j', 'j.action_id', 'a.id')
    .select('j.food_id')
    .where('a.household_id', '=', member.household.id)
    .where('a.kind', '=', 'eaten')
    .where('a.is_undone', '=', 0)
    .where('a.created_at', '>=', since.toISOString())
    .where('j.after', 'is', null)
    .groupBy('j.food_id')
    .orderBy((e) => e.fn.max('a.id'), 'desc')
    .execute();
  const merges = await findMerges(db, member);
  const ids = new Set(eaten.flatMap(({ food_id }) => (food_id === null ? [] : mergedInto(merges, food_id))));
  const missing = new Map((await listMissing(db, member, [...ids])).map((food) => [food.id, food]));
  const finished = [...ids].flatMap((id) => missing.get(id) ?? []);
  return finished.slice(0, most).map(({ name }) => ({ name, why: 'finished' }));
}

async function listMissing(db: Database, { household }: Member, ids: number[]): Promise<Food[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('foods as f')
    .select(['f.id', 'f.name'])
    .where('f.household_id', '=', household.id)
    .where('f.id', 'in', anyOf(ids))
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('items as i')
            .select('i.id')
            .whereRef('i.household_id', '=', 'f.household_id')
            .whereRef('i.food_id', '=', 'f.id'),
        ),
      ),
    )
    .execute();
}
