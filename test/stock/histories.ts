import type { Database } from '../../src/database/database.js';
import { CannotUndo } from '../../src/history/put-back.repository.js';
import { undoAction } from '../../src/history/undo.repository.js';
import { deleteItem, editItem } from '../../src/items/item-changes.repository.js';
import { addPutAway } from '../../src/items/item-entry.repository.js';
import type { Member } from '../../src/members/member.js';
import { addPlace, deletePlace, editPlace } from '../../src/places/place.repository.js';
import type { Choices } from '../support/seeded.js';
import { some } from './households.js';

const FOODS = ['Milk', 'Eggs', 'Rice', 'MILK', 'Plum jam'];

/** Does something at random to a household, as its people might; what can't be undone is left. */
export async function live(db: Database, member: Member, random: Choices, now: Date): Promise<void> {
  const anyOf = async (table: 'items' | 'places' | 'actions') => {
    const rows = await db
      .selectFrom(table)
      .select('id')
      .where('household_id', '=', member.household.id)
      .execute();
    return random.pick(rows)?.id ?? 0;
  };
  if ((await anyOf('places')) === 0) await addPlace(db, member, { name: 'Fridge', kind: 'fridge' }, now);
  const content = () => some(random.oneOf(FOODS), { quantityMilli: 1 + random.below(5000) });
  const place = await anyOf('places');
  const item = await anyOf('items');
  const change = { ...content(), placeId: place };
  await random.oneOf([
    () => db.transaction().execute((trx) => addPutAway(trx, member, place, [content(), content()], now)),
    () => editItem(db, member, item, change, undefined, now),
    () => editItem(db, member, item, change, undefined, now),
    () => deleteItem(db, member, item, now),
    () => addPlace(db, member, { name: `Shelf ${random.below(1e9)}`, kind: 'other' }, now),
    () => editPlace(db, member, place, { name: `Box ${random.below(1e9)}`, kind: 'pantry' }, now),
    async () => random.below(4) === 0 && deletePlace(db, member, place, now),
    async () => undoAction(db, member, await anyOf('actions'), now).catch(unlessRefused),
    async () => undoAction(db, member, await anyOf('actions'), now).catch(unlessRefused),
  ])();
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof CannotUndo)) throw error;
}
