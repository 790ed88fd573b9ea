import type { Database, DatabaseTransaction } from '../database/database.js';
import { inHousehold, inHouseholdAtOnce } from '../database/locks.js';
import type { Member } from '../members/member.js';
import { nameKey } from '../text.js';
import type { LineState, ShoppingLine, Wanted } from './shopping.js';
import { findOpen, findShoppingLine, findShoppingLines, updateLines } from './shopping.repository.js';
import { addToOpen, lineFor } from './shopping-adding.repository.js';

/**
 * Marks a line as bought; a second time changes nothing.
 * @returns the line after it, perhaps off the list; undefined when the household never had it
 */
export async function tickLine(
  db: Database,
  member: Member,
  id: number,
  now: Date,
): Promise<ShoppingLine | undefined> {
  await inHouseholdAtOnce(db, member, (inside) =>
    inside
      .updateTable('shopping_lines')
      .set({ ticked_at: now.toISOString(), ticked_by: member.user.id })
      .where('id', '=', id)
      .where('household_id', '=', member.household.id)
      .where('ticked_at', 'is', null)
      .where('removed_at', 'is', null)
      .execute(),
  );
  return findShoppingLine(db, member, id);
}

/**
 * Marks a line as still to buy; when another line has its name, its amount goes there.
 * @returns the line that is left; undefined when the household never had it
 */
export async function untickLine(
  db: Database,
  member: Member,
  id: number,
  now: Date,
): Promise<ShoppingLine | undefined> {
  return inHousehold(db, member, async (trx) => {
    const line = await findShoppingLine(trx, member, id);
    if (line?.state !== 'ticked') return line;
    const other = await goTogether(trx, member, line, await findOpen(trx, member, line.name));
    const unticked = { ticked_at: null, ticked_by: null, put_away_in: null };
    await updateLines(trx, member, [id], other ? { removed_at: now.toISOString() } : unticked);
    return findShoppingLine(trx, member, other?.id ?? id);
  });
}

export type LineEdited = 'edited' | 'gone' | 'changed meanwhile' | 'name taken';

/**
 * Changes a line.
 * @param revision that the form was drawn at
 * @returns 'gone' when it is not on the list, 'name taken' when another open line has its name and could take its
 * amount
 */
export async function editLine(
  db: Database,
  member: Member,
  id: number,
  change: Wanted,
  revision: number,
): Promise<LineEdited> {
  return inHousehold(db, member, async (trx) => {
    const line = await findShoppingLine(trx, member, id);
    if (!line || !isOnList(line)) return 'gone';
    if (isSameLine(line, change)) return 'edited';
    if (line.revision !== revision) return 'changed meanwhile';
    const open = line.state === 'open' ? await findOpen(trx, member, change.name) : [];
    if (
      isTaken(
        change,
        open.filter((other) => other.id !== id),
      )
    )
      return 'name taken';
    await updateLines(trx, member, [id], {
      name: change.name,
      name_key: nameKey(change.name),
      quantity_milli: change.quantityMilli,
      unit: change.unit,
      note: change.note,
      revision: line.revision + 1,
    });
    return 'edited';
  });
}

/**
 * Takes lines off the list by hand.
 * @param only lines in this state; another phone may have changed one
 * @returns the household's lines of the ids that are off the list now
 */
export async function removeLines(
  db: Database,
  member: Member,
  ids: number[],
  now: Date,
  only: LineState[] = ['open', 'ticked'],
): Promise<ShoppingLine[]> {
  return inHousehold(db, member, async (trx) => {
    const there = await findShoppingLines(trx, member, ids);
    const leaving = there.filter(({ state }) => only.includes(state)).map(({ id }) => id);
    await updateLines(trx, member, leaving, { removed_at: now.toISOString() });
    return there.filter((line) => leaving.includes(line.id) || !isOnList(line));
  });
}

/**
 * Puts back lines that were taken off by hand; where the list has the name already, amounts are added.
 * @returns the household's lines of the ids, after it
 */
export async function restoreLines(db: Database, member: Member, ids: number[]): Promise<ShoppingLine[]> {
  return inHousehold(db, member, async (trx) => {
    const there = await findShoppingLines(trx, member, ids);
    for (const line of there) {
      if (line.state !== 'removed') continue;
      const open = (await isTicked(trx, member, line.id)) ? [] : await findOpen(trx, member, line.name);
      if (await goTogether(trx, member, line, open)) continue;
      await updateLines(trx, member, [line.id], { removed_at: null });
    }
    return findShoppingLines(trx, member, ids);
  });
}

/**
 * Moves a line's amount to another line of its name.
 * @returns that line, or undefined when none can take it
 */
async function goTogether(
  trx: DatabaseTransaction,
  member: Member,
  line: ShoppingLine,
  open: ShoppingLine[],
): Promise<{ id: number } | undefined> {
  const into = await addToOpen(trx, member, line, open);
  if (into && into.how !== 'too much') {
    const given = { quantity_milli: null, unit: '', note: '', revision: line.revision + 1 };
    await updateLines(trx, member, [line.id], given);
  }
  return into;
}

/** True when another line could take the amount. */
function isTaken(change: Wanted, others: ShoppingLine[]): boolean {
  return lineFor(change, others) !== undefined;
}

export function isOnList({ state }: ShoppingLine): boolean {
  return state === 'open' || state === 'ticked';
}

async function isTicked(trx: DatabaseTransaction, { household }: Member, id: number): Promise<boolean> {
  const row = await trx
    .selectFrom('shopping_lines')
    .select('ticked_at')
    .where('household_id', '=', household.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.ticked_at !== null;
}

function isSameLine(line: Wanted, change: Wanted): boolean {
  return (
    line.name === change.name &&
    line.quantityMilli === change.quantityMilli &&
    line.unit === change.unit &&
    line.note === change.note
  );
}
