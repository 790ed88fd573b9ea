import type { Database, DatabaseTransaction } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import { inHousehold, inHouseholdAtOnce } from '../database/locks.js';
import { formsOf } from '../food-names/food-names.js';
import type { Member } from '../members/member.js';
import { nameKey } from '../text.js';
import { type Aisle, isAisle, moved, USUAL_ORDER, usualAisle, wholeOrder } from './aisles.js';

/** The order of the household's shop: every aisle once. */
export async function listAisles(db: Database, { household }: Member): Promise<Aisle[]> {
  const saved = await db
    .selectFrom('aisle_orders')
    .select('aisles')
    .where('household_id', '=', household.id)
    .executeTakeFirst();
  return wholeOrder(saved ? JSON.parse(saved.aisles) : USUAL_ORDER);
}

/**
 * Puts an aisle right before or after another, for the whole household; a second time changes nothing.
 * @returns the order after it
 */
export async function moveAisle(
  db: Database,
  member: Member,
  aisle: Aisle,
  side: 'before' | 'after',
  other: Aisle,
): Promise<Aisle[]> {
  return inHousehold(db, member, async (trx) => {
    const order = moved(await listAisles(trx, member), aisle, side, other);
    await saveAisles(trx, member, order);
    return order;
  });
}

/** @param order of all aisles */
export async function saveAisles(db: Database, member: Member, order: Aisle[]): Promise<void> {
  const aisles = JSON.stringify(order);
  await inHouseholdAtOnce(db, member, (inside) =>
    inside
      .insertInto('aisle_orders')
      .values({ household_id: member.household.id, aisles })
      .onConflict((conflict) => conflict.column('household_id').doUpdateSet({ aisles }))
      .execute(),
  );
}

/**
 * Where things are in the shop: where somebody of the household said, else where most shops have them.
 * @returns an aisle for each name, in order
 */
export async function aislesOf(db: Database, { household }: Member, names: string[]): Promise<Aisle[]> {
  const keys = [...new Set(names.flatMap(formsOf))];
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('aisle_choices')
    .select(['name_key', 'aisle'])
    .where('household_id', '=', household.id)
    .where('name_key', 'in', anyOf(keys))
    .execute();
  const chosen = new Map(rows.map((row) => [row.name_key, row.aisle]));
  return names.map((name) => {
    const choice = [nameKey(name), ...formsOf(name)].map((key) => chosen.get(key)).find(isAisle);
    return choice ?? usualAisle(name);
  });
}

/** Remembers for the household where a thing is, its singular and its plural alike. */
export async function chooseAisle(db: Database, member: Member, name: string, aisle: Aisle): Promise<void> {
  await inHousehold(db, member, (trx) => writeChoice(trx, member, name, aisle));
}

/** A food keeps its aisle under its new name. */
export async function carryAisle(
  trx: DatabaseTransaction,
  member: Member,
  from: string,
  to: string,
): Promise<void> {
  const [aisle] = await aislesOf(trx, member, [from]);
  if (aisle && aisle !== usualAisle(from)) await writeChoice(trx, member, to, aisle);
}

async function writeChoice(
  trx: DatabaseTransaction,
  { household }: Member,
  name: string,
  aisle: Aisle,
): Promise<void> {
  await trx
    .deleteFrom('aisle_choices')
    .where('household_id', '=', household.id)
    .where('name_key', 'in', anyOf(formsOf(name)))
    .execute();
  if (aisle === usualAisle(name)) return;
  await trx
    .insertInto('aisle_choices')
    .values({ household_id: household.id, name_key: nameKey(name), aisle })
    .execute();
}
