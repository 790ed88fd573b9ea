import type { Database, DatabaseTransaction } from '../../database/database.js';
import { inHousehold } from '../../database/locks.js';
import type { FoodRow, ItemRow } from '../../database/tables.js';
import { findFoodRow, findFoodsNamed, writeName } from '../../foods/food.repository.js';
import { type Change, findLastAction, findMadeOnce, record } from '../../journal/journal.repository.js';
import type { Member } from '../../members/member.js';
import { carryAisle } from '../../shopping/aisle.repository.js';
import { listLinesOf, renameLines } from '../../shopping/food-lines.repository.js';
import { reckonAnew } from '../../stock/item-dates.repository.js';
import type { Food } from '../../stock/stock.js';
import { nameKey } from '../../text.js';

export interface Sending {
  /** Undefined overwrites anything. */
  revision?: number | undefined;
  /** Of this sending: a second one changes nothing. */
  onceKey?: string | undefined;
}

/** The id of the last action on a food, 0 for none: a form's revision. */
export async function findFoodRevision(db: Database, member: Member, id: number): Promise<number> {
  return (await findLastAction(db, member, 'food', id))?.actionId ?? 0;
}

/** `taken`: another food has that name; the two may be merged. */
export type Renamed = { actionId: number } | 'same' | 'gone' | 'changed meanwhile' | { taken: Food };

/** Renames a food everywhere: items, shopping list, history. */
export async function renameFood(
  db: Database,
  member: Member,
  id: number,
  name: string,
  { revision, onceKey }: Sending,
  now: Date,
): Promise<Renamed> {
  return inHousehold(db, member, async (trx) => {
    const once = await findMadeOnce(trx, member, onceKey);
    if (once.made) return { actionId: once.made.actionId };
    const before = await findFoodRow(trx, member, id);
    if (!before) return 'gone';
    if (before.name === name) return 'same';
    if (await isChanged(trx, member, id, revision)) return 'changed meanwhile';
    const other = (await findFoodsNamed(trx, member, [name])).get(nameKey(name));
    if (other && other.id !== id) return { taken: other };
    const lines = await listLinesOf(trx, member, before);
    const renamed = await writeName(trx, before, name);
    const actionId = await record(trx, member, 'food_renamed', [renamed], now, once);
    await renameLines(trx, member, lines, name, actionId, now);
    await carryAisle(trx, member, before.name, name);
    return { actionId };
  });
}

export type Merged = { actionId: number } | 'gone' | 'changed meanwhile';

/**
 * Merges a food into another: its items and shopping lines become the other's.
 * @param intoId the food that stays; not `id`
 */
export async function mergeFoods(
  db: Database,
  member: Member,
  id: number,
  intoId: number,
  { revision, onceKey }: Sending,
  now: Date,
): Promise<Merged> {
  return inHousehold(db, member, async (trx) => {
    const once = await findMadeOnce(trx, member, onceKey);
    if (once.made) return { actionId: once.made.actionId };
    const before = await findFoodRow(trx, member, id);
    const into = await findFoodRow(trx, member, intoId);
    if (!before || !into || id === intoId) return 'gone';
    if (await isChanged(trx, member, id, revision)) return 'changed meanwhile';
    const lines = await listLinesOf(trx, member, before);
    const moved = await moveItems(trx, before, into);
    const removed = await removeRow(trx, before);
    // In the journal too, so that the other's past is found by it.
    const kept: Change = { subject: 'food', before: into, after: into };
    const actionId = await record(trx, member, 'food_merged', [...moved, removed, kept], now, once);
    await renameLines(trx, member, lines, into.name, actionId, now);
    return { actionId };
  });
}

/** @returns 'in use' while an item has the food */
export async function removeFood(
  db: Database,
  member: Member,
  id: number,
  now: Date,
): Promise<{ actionId: number; name: string } | 'gone' | 'in use'> {
  return inHousehold(db, member, async (trx) => {
    const before = await findFoodRow(trx, member, id);
    if (!before) return 'gone';
    if ((await listItemRows(trx, before)).length > 0) return 'in use';
    const removed = await removeRow(trx, before);
    return { actionId: await record(trx, member, 'food_removed', [removed], now), name: before.name };
  });
}

async function isChanged(
  trx: DatabaseTransaction,
  member: Member,
  id: number,
  revision: number | undefined,
): Promise<boolean> {
  return revision !== undefined && revision !== (await findFoodRevision(trx, member, id));
}

async function moveItems(trx: DatabaseTransaction, from: FoodRow, into: FoodRow): Promise<Change[]> {
  const items = await listItemRows(trx, from);
  await trx
    .updateTable('items')
    .set((e) => ({ food_id: into.id, revision: e('revision', '+', 1) }))
    .where('household_id', '=', from.household_id)
    .where('food_id', '=', from.id)
    .execute();
  await reckonAnew(trx, from.household_id, { foodIds: [into.id] });
  return items.map((before) => ({
    subject: 'item',
    before,
    after: { ...before, food_id: into.id, revision: before.revision + 1 },
  }));
}

function listItemRows(trx: DatabaseTransaction, food: FoodRow): Promise<ItemRow[]> {
  return trx
    .selectFrom('items')
    .selectAll()
    .where('household_id', '=', food.household_id)
    .where('food_id', '=', food.id)
    .orderBy('id')
    .execute();
}

async function removeRow(trx: DatabaseTransaction, before: FoodRow): Promise<Change> {
  await trx
    .deleteFrom('foods')
    .where('household_id', '=', before.household_id)
    .where('id', '=', before.id)
    .execute();
  return { subject: 'food', before, after: null };
}
