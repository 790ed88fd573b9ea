import type { Database, DatabaseTransaction } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import { findFoodsNamed } from '../foods/food.repository.js';
import type { Member } from '../members/member.js';
import { findShoppingLines, updateLines } from './shopping.repository.js';

/** Somebody else has put it away meanwhile. */
export class PutAwayMeanwhile extends Error {}

/**
 * Takes what was bought off the list, as part of the put-away: its undo brings it back. Lines that changed
 * meanwhile stay.
 * @param ids of the put-away's lines
 * @throws PutAwayMeanwhile
 */
export async function takeBought(
  trx: DatabaseTransaction,
  member: Member,
  ids: number[],
  actionId: number,
): Promise<void> {
  const lines = await findShoppingLines(trx, member, ids);
  if (lines.some(({ state }) => state === 'put away')) throw new PutAwayMeanwhile();
  const bought = lines.filter(({ state }) => state === 'ticked').map(({ id }) => id);
  await updateLines(trx, member, bought, { put_away_in: actionId });
}

/** How many lines an action has put away. */
export async function countBought(db: Database, { household }: Member, actionId: number): Promise<number> {
  const { lines } = await db
    .selectFrom('shopping_lines')
    .select((e) => e.fn.countAll<number>().as('lines'))
    .where('household_id', '=', household.id)
    .where('put_away_in', '=', actionId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return lines;
}

/** Those lines that are put away, by anyone. */
export async function findPutAway(db: Database, member: Member, ids: number[]): Promise<number[]> {
  const lines = await findShoppingLines(db, member, ids);
  return lines.filter(({ state }) => state === 'put away').map(({ id }) => id);
}

/**
 * Where the household last kept its foods.
 * @param names of foods
 * @returns ids of places, by the key of the name; without foods that it never had
 */
export async function guessPlaces(
  db: Database,
  member: Member,
  names: string[],
): Promise<Map<string, number>> {
  const { household } = member;
  const foods = await findFoodsNamed(db, member, names);
  if (foods.size === 0) return new Map();
  const ids = [...foods.values()].map(({ id }) => id);
  const rows = await db
    .selectFrom('foods as f')
    .select('f.id')
    .select((e) =>
      e
        .selectFrom('journal_entries as j')
        .innerJoin('actions as a', 'a.id', 'j.action_id')
        .innerJoin('places as p', 'p.id', 'j.place_after')
        .select('p.id')
        .whereRef('j.food_id', '=', 'f.id')
        .where('a.is_undone', '=', 0)
        .where('p.household_id', '=', household.id)
        .orderBy('j.id', 'desc')
        .limit(1)
        .as('place_id'),
    )
    .where('f.household_id', '=', household.id)
    .where('f.id', 'in', anyOf(ids))
    .execute();
  const places = new Map(rows.map(({ id, place_id }) => [id, place_id]));
  return new Map(
    [...foods].flatMap(([key, { id }]) => {
      const place = places.get(id) ?? null;
      return place === null ? [] : [[key, place]];
    }),
  );
}
