import { type DatabaseTransaction, isForeignKeyViolation } from '../database/database.js';
import { anyOf, inParts } from '../database/lists.js';
import type { FoodRow, ItemRow, PlaceRow } from '../database/tables.js';
import { findRows } from '../items/item-changes.repository.js';
import { type Change, rowOf, TABLES } from '../journal/journal.repository.js';
import { isSameState } from '../journal/snapshot.js';
import type { Household, Member } from '../members/member.js';
import { RECKONED, reckonAnew } from '../stock/item-dates.repository.js';

type Row = PlaceRow | FoodRow | ItemRow;
type ItemChange = Extract<Change, { subject: 'item' }>;

export class CannotUndo extends Error {
  constructor(
    readonly reason:
      | 'already undone'
      | 'changed since'
      | 'still used'
      | 'food still used'
      | 'place gone'
      | 'food gone'
      | 'name taken'
      | 'food name taken',
  ) {
    super(`Can't undo: ${reason}`);
  }
}

/**
 * Puts back what was there before changes, the last change first: a place before its items.
 * @returns the changes made by that, for the journal
 * @throws CannotUndo, and a foreign key or unique violation when something is in the way
 */
export async function putAllBack(
  trx: DatabaseTransaction,
  member: Member,
  changes: Change[],
): Promise<Change[]> {
  const made: Change[] = [];
  // Items in a row go in one statement, unless one comes twice.
  let items = new Map<number, ItemChange>();
  const putItems = async () => {
    for (const one of await putItemsBack(trx, member, [...items.values()])) made.push(one);
    items = new Map();
  };
  for (const change of changes.toReversed()) {
    const { id } = rowOf<Row>(change);
    if (change.subject !== 'item' || items.has(id)) await putItems();
    if (change.subject === 'item') items.set(id, change);
    else made.push(await putBack(trx, member.household, change));
  }
  await putItems();
  return made;
}

async function putItemsBack(
  trx: DatabaseTransaction,
  member: Member,
  changes: ItemChange[],
): Promise<ItemChange[]> {
  if (changes.length === 0) return [];
  const { household } = member;
  const there = await findRows(
    trx,
    member,
    changes.map((change) => rowOf(change).id),
  );
  const made = changes.map(({ before, after }): ItemChange => {
    const now = there.get((after ?? before)?.id ?? 0) ?? null;
    if (!isStill(now, after)) throw new CannotUndo('changed since');
    return { subject: 'item', before: now, after: before && now ? renumbered(before, now) : before };
  });
  const gone = made.flatMap(({ before, after }) => (after ? [] : (before?.id ?? [])));
  await takeOut(trx, 'items', household, gone);
  await insertItems(
    trx,
    made.flatMap(({ before, after }) => (after && !before ? after : [])),
  );
  for (const { before, after } of made) if (before && after) await update(trx, 'items', household, after);
  const back = made.flatMap(({ after }) => after?.id ?? []);
  await reckonAnew(trx, household.id, { itemIds: back });
  return made;
}

/** Old journal rows have fewer columns; one statement needs the same. */
async function insertItems(trx: DatabaseTransaction, rows: ItemRow[]): Promise<void> {
  const alike = new Map<string, ItemRow[]>();
  for (const row of rows) {
    const columns = Object.keys(row).join();
    const others = alike.get(columns);
    if (others) others.push(row);
    else alike.set(columns, [row]);
  }
  for (const part of [...alike.values()].flatMap(inParts))
    await trx.insertInto('items').values(part).execute();
}

async function putBack(
  trx: DatabaseTransaction,
  household: Household,
  change: Exclude<Change, ItemChange>,
): Promise<Change> {
  const table = TABLES[change.subject];
  const { id } = rowOf<Row>(change);
  const found = await trx
    .selectFrom(table)
    .selectAll()
    .where('id', '=', id)
    .where('household_id', '=', household.id)
    .executeTakeFirst();
  const now: Row | null = found ?? null;
  if (!isStill(now, change.after)) throw new CannotUndo('changed since');
  const back = change.before;
  if (!back) await takeOut(trx, table, household, [id]);
  else if (!now) await trx.insertInto(table).values(back).execute();
  else await update(trx, table, household, back);
  if (back) await reckonAnew(trx, household.id, { [`${change.subject}Ids`]: [id] });
  return { subject: change.subject, before: now, after: back } as Change;
}

/** True when a row is what an action left, perhaps after changes that were undone. */
export function isStill(now: Row | null, left: Row | null): boolean {
  return isSameState(now, left, [...RECKONED, 'revision']);
}

function renumbered(back: ItemRow, now: ItemRow): ItemRow {
  return { ...back, revision: now.revision + 1 };
}

type Table = (typeof TABLES)[keyof typeof TABLES];

async function takeOut(
  trx: DatabaseTransaction,
  table: Table,
  household: Household,
  ids: number[],
): Promise<void> {
  try {
    await trx
      .deleteFrom(table)
      .where('household_id', '=', household.id)
      .where('id', 'in', anyOf(ids))
      .execute();
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error;
    throw new CannotUndo(table === 'foods' ? 'food still used' : 'still used');
  }
}

async function update(
  trx: DatabaseTransaction,
  table: Table,
  household: Household,
  { id, household_id: _household, created_at: _made, ...rest }: Row,
): Promise<void> {
  await trx
    .updateTable(table)
    .set(rest)
    .where('id', '=', id)
    .where('household_id', '=', household.id)
    .execute();
}
