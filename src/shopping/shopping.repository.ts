import type { Updateable } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/database.js';
import { anyOf } from '../database/lists.js';
import type { ShoppingLinesTable } from '../database/tables.js';
import { formsOf } from '../food-names/food-names.js';
import type { Member } from '../members/member.js';
import type { LineState, ShoppingLine } from './shopping.js';

export interface ShoppingList {
  open: ShoppingLine[];
  ticked: ShoppingLine[];
}

/** The household's shopping list. */
export async function listShopping(db: Database, member: Member): Promise<ShoppingList> {
  const rows = await lines(db, member)
    .where('l.removed_at', 'is', null)
    .where('l.put_away_in', 'is', null)
    .orderBy('l.ticked_at')
    .orderBy('l.id')
    .execute();
  const onList = [...rows, ...(await takenOutAgain(db, member))].map(toLine);
  return {
    open: onList.filter(({ state }) => state === 'open'),
    ticked: onList.filter(({ state }) => state === 'ticked'),
  };
}

/** The line, whatever became of it, or undefined when the household never had it. */
export async function findShoppingLine(
  db: Database,
  member: Member,
  id: number,
): Promise<ShoppingLine | undefined> {
  const row = await lines(db, member).where('l.id', '=', id).executeTakeFirst();
  return row && toLine(row);
}

/** The lines with these ids that are the household's, in the order of asking. */
export async function findShoppingLines(
  db: Database,
  member: Member,
  ids: number[],
): Promise<ShoppingLine[]> {
  if (ids.length === 0) return [];
  const rows = await lines(db, member).where('l.id', 'in', anyOf(ids)).orderBy('l.id').execute();
  return rows.map(toLine);
}

/** The open lines of this name, singular or plural: several when amounts can't be added. */
export async function findOpen(db: Database, member: Member, name: string): Promise<ShoppingLine[]> {
  const rows = await lines(db, member)
    .where('l.name_key', 'in', anyOf(formsOf(name)))
    .where('l.ticked_at', 'is', null)
    .where('l.removed_at', 'is', null)
    .orderBy('l.id')
    .execute();
  return rows.map(toLine);
}

/** Changes lines of the household. @param ids another household's are skipped */
export async function updateLines(
  trx: DatabaseTransaction,
  { household }: Member,
  ids: number[],
  change: Updateable<ShoppingLinesTable>,
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('shopping_lines')
    .set(change)
    .where('household_id', '=', household.id)
    .where('id', 'in', anyOf(ids))
    .execute();
}

/** Ticked lines whose put-away was undone. */
function takenOutAgain(db: Database, member: Member) {
  return (
    lines(db, member)
      .where('l.removed_at', 'is', null)
      // Finds the few undone put-aways first.
      .where('l.put_away_in', 'in', (e) =>
        e
          .selectFrom('actions as undone')
          .select('undone.id')
          .where('undone.household_id', '=', member.household.id)
          .where('undone.kind', '=', 'put_away')
          .where('undone.is_undone', '=', 1),
      )
      .orderBy('l.ticked_at')
      .orderBy('l.id')
      .execute()
  );
}

function lines(db: Database, { household }: Member) {
  return db
    .selectFrom('shopping_lines as l')
    .leftJoin('actions as a', (join) =>
      join.onRef('a.household_id', '=', 'l.household_id').onRef('a.id', '=', 'l.put_away_in'),
    )
    .leftJoin('users as adder', 'adder.id', 'l.added_by')
    .leftJoin('users as ticker', 'ticker.id', 'l.ticked_by')
    .select(['l.id', 'l.name', 'l.quantity_milli', 'l.unit', 'l.note', 'l.revision'])
    .select(['l.ticked_at', 'l.removed_at', 'l.put_away_in', 'a.is_undone'])
    .select(['adder.id as adder_id', 'adder.username as adder_username', 'adder.first_name as adder_name'])
    .select(['ticker.id as ticker_id', 'ticker.username as ticker_username'])
    .select('ticker.first_name as ticker_name')
    .where('l.household_id', '=', household.id);
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>;

function toLine(row: Row): ShoppingLine {
  return {
    id: row.id,
    name: row.name,
    quantityMilli: row.quantity_milli,
    unit: row.unit,
    note: row.note,
    state: stateOf(row),
    addedBy: called(row.adder_id, row.adder_username, row.adder_name),
    tickedBy: called(row.ticker_id, row.ticker_username, row.ticker_name),
    revision: row.revision,
  };
}

function stateOf(row: Row): LineState {
  if (row.removed_at !== null) return 'removed';
  if (row.put_away_in !== null && row.is_undone !== 1) return 'put away';
  return row.ticked_at === null ? 'open' : 'ticked';
}

function called(id: number | null, username: string | null, firstName: string | null) {
  return id === null ? null : { id, name: firstName || (username ?? '') };
}
