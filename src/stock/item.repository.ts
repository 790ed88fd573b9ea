import type { Database, DatabaseTransaction } from '../database/database.js';
import type { ItemRow } from '../database/tables.js';
import type { Member } from '../people/person.js';
import { findOrAddFood, respellFood } from './food.repository.js';
import { type Change, findMadeOnce, record } from './journal.repository.js';
import { findPlace } from './place.repository.js';
import type { Item, ItemContent, PlaceKind } from './stock.js';

/** The place that an item should go to is not, or no longer, the household's. */
export class PlaceGone extends Error {}

/** The items of a place, the one to eat first at the top, those without a date last. */
export async function listItemsIn(db: Database, member: Member, placeId: number): Promise<Item[]> {
  const rows = await items(db, member)
    .where('i.place_id', '=', placeId)
    .orderBy('i.best_before', (order) => order.asc().nullsLast())
    .orderBy('i.id')
    .execute();
  return rows.map(toItem);
}

/**
 * The household's items in the order in which to eat them: best before soonest first, then those without a date.
 * @param most how many at the most
 */
export async function listEatFirst(db: Database, member: Member, most: number): Promise<Item[]> {
  // Two queries, each in the order of the index: asked for at once, every item would be sorted.
  const dated = await items(db, member)
    .where('i.best_before', 'is not', null)
    .orderBy('i.best_before')
    .orderBy('i.id')
    .limit(most)
    .execute();
  const undated = await items(db, member)
    .where('i.best_before', 'is', null)
    .orderBy('i.id')
    .limit(most - dated.length)
    .execute();
  return [...dated, ...undated].map(toItem);
}

/** The item, or undefined when the household has no such item. */
export async function findItem(db: Database, member: Member, id: number): Promise<Item | undefined> {
  const row = await items(db, member).where('i.id', '=', id).executeTakeFirst();
  return row && toItem(row);
}

/**
 * @param onceKey names this sending of the form: a second one with the same key adds nothing
 * @throws PlaceGone
 */
export async function addItem(
  db: Database,
  member: Member,
  placeId: number,
  content: ItemContent,
  now: Date,
  onceKey?: string,
): Promise<{ id: number; actionId: number }> {
  return db.transaction().execute(async (trx) => {
    const made = await findMadeOnce(trx, member, onceKey);
    if (made && !made.undone) return { id: made.id, actionId: made.actionId };
    const row = await insertItem(trx, member, placeId, content, now);
    const changes: Change[] = [{ subject: 'item', before: null, after: row }];
    const actionId = await record(trx, member, 'item_added', changes, now, {
      onceKey: made ? undefined : onceKey,
    });
    return { id: row.id, actionId };
  });
}

/**
 * Adds what was put away: all of it or nothing.
 * @param trx the transaction that commits the draft
 * @returns the action's id, by which it can be undone
 * @throws PlaceGone
 */
export async function addPutAway(
  trx: DatabaseTransaction,
  member: Member,
  placeId: number,
  contents: ItemContent[],
  now: Date,
): Promise<number> {
  const changes: Change[] = [];
  for (const content of contents) {
    const after = await insertItem(trx, member, placeId, content, now);
    changes.push({ subject: 'item', before: null, after });
  }
  return record(trx, member, 'put_away', changes, now);
}

export type Edited = 'edited' | 'gone' | 'changed meanwhile';

/**
 * Changes an item, and moves it when its place is another.
 * @param revision that the form was drawn at; undefined overwrites whatever is there
 * @throws PlaceGone
 */
export async function editItem(
  db: Database,
  member: Member,
  id: number,
  change: ItemContent & { placeId: number },
  revision: number | undefined,
  now: Date,
): Promise<Edited> {
  return db.transaction().execute(async (trx) => {
    const item = await findItem(trx, member, id);
    if (!item) return 'gone';
    if (saysTheSame(item, change)) return 'edited';
    if (revision !== undefined && revision !== item.revision) return 'changed meanwhile';
    await requirePlace(trx, member, change.placeId);
    const food = await findOrAddFood(trx, member, change.name, now);
    const respelled = await respellFood(trx, food, change.name);
    const before = await findRow(trx, id);
    const after: ItemRow = {
      ...before,
      place_id: change.placeId,
      food_id: food.id,
      quantity_milli: change.quantityMilli,
      unit: change.unit,
      best_before: change.bestBefore,
      revision: before.revision + 1,
    };
    const { id: _id, household_id: _household, created_at: _made, ...columns } = after;
    await trx.updateTable('items').set(columns).where('id', '=', id).execute();
    const kind = item.placeId === change.placeId ? 'item_edited' : 'item_moved';
    await record(trx, member, kind, [...respelled, { subject: 'item', before, after }], now);
    return 'edited';
  });
}

/** @returns the action's id, by which it can be undone; undefined when the household has no such item */
export async function deleteItem(
  db: Database,
  member: Member,
  id: number,
  now: Date,
): Promise<{ actionId: number } | undefined> {
  return db.transaction().execute(async (trx) => {
    if (!(await findItem(trx, member, id))) return undefined;
    const before = await findRow(trx, id);
    await trx.deleteFrom('items').where('id', '=', id).execute();
    const actionId = await record(
      trx,
      member,
      'item_deleted',
      [{ subject: 'item', before, after: null }],
      now,
    );
    return { actionId };
  });
}

function items(db: Database, { household }: Member) {
  return db
    .selectFrom('items as i')
    .innerJoin('places as p', 'p.id', 'i.place_id')
    .innerJoin('foods as f', 'f.id', 'i.food_id')
    .select(['i.id', 'i.place_id', 'i.food_id', 'i.quantity_milli', 'i.unit', 'i.best_before', 'i.revision'])
    .select(['p.name as place_name', 'p.kind as place_kind', 'f.name as food_name'])
    .where('i.household_id', '=', household.id);
}

async function insertItem(
  trx: DatabaseTransaction,
  member: Member,
  placeId: number,
  content: ItemContent,
  now: Date,
): Promise<ItemRow> {
  await requirePlace(trx, member, placeId);
  const food = await findOrAddFood(trx, member, content.name, now);
  return trx
    .insertInto('items')
    .values({
      household_id: member.household.id,
      place_id: placeId,
      food_id: food.id,
      quantity_milli: content.quantityMilli,
      unit: content.unit,
      best_before: content.bestBefore,
      created_at: now.toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function requirePlace(trx: DatabaseTransaction, member: Member, placeId: number): Promise<void> {
  if (!(await findPlace(trx, member, placeId))) throw new PlaceGone();
}

/** The whole row of an item that is known to be the household's. */
function findRow(trx: DatabaseTransaction, id: number): Promise<ItemRow> {
  return trx.selectFrom('items').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

function saysTheSame(item: Item, change: ItemContent & { placeId: number }): boolean {
  return (
    item.name === change.name &&
    item.placeId === change.placeId &&
    item.quantityMilli === change.quantityMilli &&
    item.unit === change.unit &&
    item.bestBefore === change.bestBefore
  );
}

function toItem(row: {
  id: number;
  place_id: number;
  place_name: string;
  place_kind: PlaceKind;
  food_id: number;
  food_name: string;
  quantity_milli: number;
  unit: string;
  best_before: string | null;
  revision: number;
}): Item {
  return {
    id: row.id,
    placeId: row.place_id,
    placeName: row.place_name,
    placeKind: row.place_kind,
    foodId: row.food_id,
    name: row.food_name,
    quantityMilli: row.quantity_milli,
    unit: row.unit,
    bestBefore: row.best_before,
    revision: row.revision,
  };
}
