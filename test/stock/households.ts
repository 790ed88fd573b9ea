import type { Database } from '../../src/database/database.js';
import { addItem } from '../../src/items/item-entry.repository.js';
import { insertHousehold, insertMembership } from '../../src/members/household.repository.js';
import type { Member } from '../../src/members/member.js';
import { insertUser, setCurrentHousehold } from '../../src/members/user.repository.js';
import { addFirstPlaces } from '../../src/places/first-places.repository.js';
import { listPlaces } from '../../src/places/place.repository.js';
import type { ItemContent } from '../../src/stock/stock.js';
import { openMigrated } from '../support/engine.js';

export const NOON = new Date('2026-03-01T12:00:00Z');
export const LATER = new Date('2026-03-02T12:00:00Z');

/** A fresh database with all its tables; closed when the test file is done. @param file for SQLite: where */
export async function freshDatabase(file?: string): Promise<Database> {
  return openMigrated(file);
}

/** Somebody with a household of their own, which starts with its first places. */
export async function newcomer(db: Database, username: string): Promise<Member> {
  return db.transaction().execute(async (trx) => {
    const name = { username, firstName: username, lastName: '' };
    const user = await insertUser(trx, { ...name, passwordHash: `hash of ${username}` }, NOON);
    const household = await insertHousehold(trx, { name: `${username}’s home`, timeZone: 'UTC' }, NOON);
    await insertMembership(trx, { householdId: household.id, userId: user.id, role: 'owner' }, NOON);
    await setCurrentHousehold(trx, user.id, household.id);
    const member = { user, household };
    await addFirstPlaces(trx, member, NOON);
    return member;
  });
}

/** The id of one of a member's places. */
export async function placeOf(db: Database, member: Member, name: string): Promise<number> {
  const place = (await listPlaces(db, member)).find((one) => one.name === name);
  if (!place) throw new Error(`${member.user.username} has no place ${name}`);
  return place.id;
}

export function some(name: string, content: Partial<ItemContent> = {}): ItemContent {
  return { name, quantityMilli: 1000, unit: '', bestBefore: null, ...content };
}

/** Puts one item into one of a member's places, by the place's name. */
export async function put(db: Database, member: Member, place: string, content: ItemContent) {
  return addItem(db, member, await placeOf(db, member, place), content, NOON);
}

/** Every row of what a household's stock is made of, as it stands in the file. */
export async function stockRows(db: Database) {
  const [places, foods, items] = await Promise.all([
    db.selectFrom('places').selectAll().orderBy('id').execute(),
    db.selectFrom('foods').selectAll().orderBy('id').execute(),
    db.selectFrom('items').selectAll().orderBy('id').execute(),
  ]);
  return { places, foods, items };
}

/** What there is, whatever number of changes led to it. */
export async function stockAsItIs(db: Database) {
  const { items, ...rest } = await stockRows(db);
  return { ...rest, items: items.map(({ revision: _revision, ...item }) => item) };
}

/** The id of the action that was written down last. */
export async function lastAction(db: Database): Promise<number> {
  const { id } = await db.selectFrom('actions').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow();
  return id;
}
