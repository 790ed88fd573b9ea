import { isDeepStrictEqual } from 'node:util';
import type { Selectable } from 'kysely';
import type { DatabaseTransaction } from '../database/database.js';
import { anyOf, inParts } from '../database/lists.js';
import type { ShoppingLinesTable } from '../database/tables.js';
import { formsOf } from '../food-names/food-names.js';
import { findFoodsNamed } from '../foods/food.repository.js';
import type { Member } from '../members/member.js';
import type { Food } from '../stock/stock.js';
import { nameKey } from '../text.js';
import type { ShoppingLine } from './shopping.js';
import { findOpen, findShoppingLines, listShopping, updateLines } from './shopping.repository.js';
import { addToOpen } from './shopping-adding.repository.js';

/** What an undo puts back; the rest of the line stays. */
const KEPT = ['name', 'name_key', 'quantity_milli', 'unit', 'note', 'removed_at'] as const;
type Kept = Pick<Selectable<ShoppingLinesTable>, (typeof KEPT)[number]>;

/** The open lines for a food; call it before the food is renamed. */
export async function listLinesOf(
  trx: DatabaseTransaction,
  member: Member,
  food: Food,
): Promise<ShoppingLine[]> {
  const { open, ticked } = await listShopping(trx, member);
  const forms = new Set(formsOf(food.name));
  const alike = [...open, ...ticked].filter(({ name }) => forms.has(nameKey(name)));
  const foods = await findFoodsNamed(
    trx,
    member,
    alike.map(({ name }) => name),
  );
  return alike.filter(({ name }) => foods.get(nameKey(name))?.id === food.id);
}

/**
 * Renames open lines with their food; where the list has that name already, amounts are added.
 * @param actionId the renaming, whose undo puts them back
 */
export async function renameLines(
  trx: DatabaseTransaction,
  member: Member,
  lines: ShoppingLine[],
  name: string,
  actionId: number,
  now: Date,
): Promise<void> {
  if (lines.length === 0) return;
  const there = [...lines, ...(await findOpen(trx, member, name))].map(({ id }) => id);
  const before = await findKept(trx, member, there);
  for (const line of lines) await renameLine(trx, member, line, name, now);
  const after = await findKept(trx, member, there);
  const changed = [...before].filter(([id, kept]) => !isDeepStrictEqual(kept, after.get(id)));
  await recordLines(
    trx,
    member,
    actionId,
    changed.map(([id, kept]) => ({ line_id: id, before: kept, after: after.get(id) ?? kept })),
  );
}

/**
 * Puts back the lines that an action changed, if they still say what it left.
 * @param undoId the undo, which can be undone too
 */
export async function putLinesBack(
  trx: DatabaseTransaction,
  member: Member,
  actionId: number,
  undoId: number,
): Promise<void> {
  const changes = await trx
    .selectFrom('line_changes')
    .select(['line_id', 'before', 'after'])
    .where('household_id', '=', member.household.id)
    .where('action_id', '=', actionId)
    .orderBy('id', 'desc')
    .execute();
  const there = await findKept(
    trx,
    member,
    changes.map((change) => change.line_id),
  );
  const back: LineChange[] = [];
  for (const change of changes) {
    const { before, after }: Record<'before' | 'after', Kept> = {
      before: JSON.parse(change.before),
      after: JSON.parse(change.after),
    };
    if (!isDeepStrictEqual(there.get(change.line_id), after)) continue;
    if (await isInTheWay(trx, member, change.line_id, before)) continue;
    await write(trx, member, change.line_id, before);
    back.push({ line_id: change.line_id, before: after, after: before });
  }
  await recordLines(trx, member, undoId, back);
}

interface LineChange {
  line_id: number;
  before: Kept;
  after: Kept;
}

async function recordLines(
  trx: DatabaseTransaction,
  { household }: Member,
  actionId: number,
  changes: LineChange[],
): Promise<void> {
  const rows = changes.map(({ line_id, before, after }) => ({
    household_id: household.id,
    action_id: actionId,
    line_id,
    before: JSON.stringify(before),
    after: JSON.stringify(after),
  }));
  for (const part of inParts(rows)) await trx.insertInto('line_changes').values(part).execute();
}

async function renameLine(
  trx: DatabaseTransaction,
  member: Member,
  line: ShoppingLine,
  name: string,
  now: Date,
): Promise<void> {
  const open = line.state === 'open' ? await findOpen(trx, member, name) : [];
  const others = open.filter(({ id }) => id !== line.id);
  const into = await addToOpen(trx, member, { ...line, name }, others);
  if (into?.how === 'too much') return;
  const revision = line.revision + 1;
  const change = into ? { removed_at: now.toISOString() } : { name, name_key: nameKey(name) };
  await updateLines(trx, member, [line.id], { ...change, revision });
}

async function findKept(
  trx: DatabaseTransaction,
  { household }: Member,
  ids: number[],
): Promise<Map<number, Kept>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('shopping_lines')
    .select(['id', ...KEPT])
    .where('household_id', '=', household.id)
    .where('id', 'in', anyOf(ids))
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ id, ...kept }) => [id, kept]));
}

/** True when a newer open line has the name and unit. */
async function isInTheWay(
  trx: DatabaseTransaction,
  member: Member,
  id: number,
  back: Kept,
): Promise<boolean> {
  const [own] = await findShoppingLines(trx, member, [id]);
  if (back.removed_at !== null || own?.tickedBy) return false;
  const open = await findOpen(trx, member, back.name);
  return open.some(
    (line) => line.id !== id && nameKey(line.name) === back.name_key && line.unit === back.unit,
  );
}

function write(trx: DatabaseTransaction, { household }: Member, id: number, kept: Kept) {
  return trx
    .updateTable('shopping_lines')
    .set((e) => ({ ...kept, revision: e('revision', '+', 1) }))
    .where('household_id', '=', household.id)
    .where('id', '=', id)
    .execute();
}
