import { type Database, type DatabaseTransaction, isUniqueViolation } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import { inHousehold } from '../database/locks.js';
import { prepared } from '../database/prepared.js';
import type { ItemRow, PlaceRow } from '../database/tables.js';
import { findMadeOnce, record } from '../journal/journal.repository.js';
import type { Member } from '../members/member.js';
import { ChangedMeanwhile, mergedEdit } from '../merged-edit.js';
import { reckonAnew } from '../stock/item-dates.repository.js';
import { type CountedPlace, PLACE_KINDS, type Place, type PlaceKind } from '../stock/stock.js';
import { byName, nameKey } from '../text.js';

export interface PlaceContent {
  name: string;
  kind: PlaceKind;
}

/** What a form says beside a choice of places when the chosen one was removed meanwhile. */
export const PLACE_GONE = 'That place is gone. Choose another.';

/** The household already has a place of that name. */
export class PlaceNameTaken extends Error {}

/** The household's places with their number of items, by kind, then by name. */
export async function listPlaces(db: Database, { household }: Member): Promise<CountedPlace[]> {
  const rows = await countedPlaces(db, household.id);
  return rows.map((row) => ({ ...row, itemCount: Number(row.itemCount) })).sort(inOrder);
}

const countedPlaces = prepared(1, (db, household: number) =>
  db
    .selectFrom('places as p')
    .select(['p.id', 'p.name', 'p.kind'])
    .select((e) =>
      e
        .selectFrom('items as i')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('i.household_id', '=', 'p.household_id')
        .whereRef('i.place_id', '=', 'p.id')
        .as('itemCount'),
    )
    .where('p.household_id', '=', household),
);

function inOrder(one: Place, other: Place): number {
  return PLACE_KINDS.indexOf(one.kind) - PLACE_KINDS.indexOf(other.kind) || byName(one, other);
}

/** The place, or undefined when the household has no such place. */
export async function findPlace(db: Database, { household }: Member, id: number): Promise<Place | undefined> {
  const [place] = await placeWithId(db, household.id, id);
  return place;
}

const placeWithId = prepared(2, (db, household: number, id: number) =>
  db
    .selectFrom('places')
    .select(['id', 'name', 'kind'])
    .where('id', '=', id)
    .where('household_id', '=', household),
);

/** True when the household has all of these places. */
export async function hasPlaces(db: Database, { household }: Member, ids: number[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const rows = await db
    .selectFrom('places')
    .select('id')
    .where('household_id', '=', household.id)
    .where('id', 'in', anyOf(ids))
    .execute();
  return ids.every((id) => rows.some((row) => row.id === id));
}

/** The place of that name, in any case, or undefined. */
export async function findPlaceNamed(
  db: Database,
  { household }: Member,
  name: string,
): Promise<Place | undefined> {
  return db
    .selectFrom('places')
    .select(['id', 'name', 'kind'])
    .where('household_id', '=', household.id)
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
}

/**
 * @param onceKey of this sending of the form: a second one adds nothing
 * @returns the new place's id
 * @throws PlaceNameTaken
 */
export async function addPlace(
  db: Database,
  member: Member,
  content: PlaceContent,
  now: Date,
  onceKey?: string,
): Promise<number> {
  return refusingTakenNames(() =>
    inHousehold(db, member, async (trx) => {
      const once = await findMadeOnce(trx, member, onceKey);
      if (once.made) return once.made.id;
      const row = await insertPlace(trx, member, content, now);
      await record(trx, member, 'place_added', [{ subject: 'place', before: null, after: row }], now, once);
      return row.id;
    }),
  );
}

/**
 * @param was what the form was drawn with; what others changed since is kept
 * @returns the place as it is now; undefined when the household has no such place
 * @throws PlaceNameTaken, ChangedMeanwhile
 */
export async function editPlace(
  db: Database,
  member: Member,
  id: number,
  typed: PlaceContent,
  now: Date,
  was?: Record<string, string>,
): Promise<Place | undefined> {
  return refusingTakenNames(() =>
    inHousehold(db, member, async (trx) => {
      const before = await findRow(trx, member, id);
      if (!before) return undefined;
      const { name, kind } = before;
      const content = was ? mergedEdit(was, { ...typed }, { name, kind }, [['name'], ['kind']]) : typed;
      if (!content) throw new ChangedMeanwhile();
      if (before.name === content.name && before.kind === content.kind) return toPlace(before);
      const after: PlaceRow = { ...before, ...content, name_key: nameKey(content.name) };
      await trx
        .updateTable('places')
        .set({ name: after.name, name_key: after.name_key, kind: after.kind })
        .where('household_id', '=', member.household.id)
        .where('id', '=', id)
        .execute();
      if (before.kind !== after.kind) await reckonAnew(trx, member.household.id, { placeIds: [id] });
      await record(trx, member, 'place_edited', [{ subject: 'place', before, after }], now);
      return toPlace(after);
    }),
  );
}

export interface DeletedPlace {
  place: Place;
  itemCount: number;
  actionId: number;
}

/** Deletes a place and its items. @returns undefined when the household has no such place */
export async function deletePlace(
  db: Database,
  member: Member,
  id: number,
  now: Date,
): Promise<DeletedPlace | undefined> {
  return inHousehold(db, member, async (trx) => {
    const place = await findRow(trx, member, id);
    if (!place) return undefined;
    const items: ItemRow[] = await trx
      .selectFrom('items')
      .selectAll()
      .where('household_id', '=', member.household.id)
      .where('place_id', '=', id)
      .orderBy('id')
      .execute();
    await trx
      .deleteFrom('items')
      .where('household_id', '=', member.household.id)
      .where('place_id', '=', id)
      .execute();
    await trx
      .deleteFrom('places')
      .where('household_id', '=', member.household.id)
      .where('id', '=', id)
      .execute();
    const removed = items.map((before) => ({ subject: 'item', before, after: null }) as const);
    const changes = [...removed, { subject: 'place', before: place, after: null } as const];
    const actionId = await record(trx, member, 'place_deleted', changes, now);
    return { place: toPlace(place), itemCount: items.length, actionId };
  });
}

function findRow(trx: DatabaseTransaction, { household }: Member, id: number): Promise<PlaceRow | undefined> {
  return trx
    .selectFrom('places')
    .selectAll()
    .where('id', '=', id)
    .where('household_id', '=', household.id)
    .executeTakeFirst();
}

/** Inserts a place's row; the caller writes the journal. @throws a unique violation */
export function insertPlace(
  trx: DatabaseTransaction,
  { household }: Member,
  content: PlaceContent,
  now: Date,
): Promise<PlaceRow> {
  return trx
    .insertInto('places')
    .values({
      household_id: household.id,
      name: content.name,
      name_key: nameKey(content.name),
      kind: content.kind,
      created_at: now.toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function refusingTakenNames<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) throw new PlaceNameTaken();
    throw error;
  }
}

function toPlace(row: PlaceRow): Place {
  return { id: row.id, name: row.name, kind: row.kind };
}
