import { type Amount, sumOf } from '../amounts/sums.js';
import type { Database, DatabaseTransaction } from '../database/database.js';
import { inHousehold } from '../database/locks.js';
import type { Member } from '../members/member.js';
import { nameKey } from '../text.js';
import type { ShoppingLine, Wanted } from './shopping.js';
import { findOpen, findShoppingLines, updateLines } from './shopping.repository.js';

/** Milliseconds; no second tap comes later. */
const REMEMBERED = 24 * 60 * 60 * 1000;
const NOTE_AT_MOST = 200;

export interface Added {
  /** The line for it now. */
  line: ShoppingLine;
  /** `new`: a new line. `there`: it was on the list. `more`: added to a line. `too much`: above the most, so not added. */
  how: 'new' | 'there' | 'more' | 'too much';
  /** Open lines of its name that its amount can't be added to. */
  beside: ShoppingLine[];
}

/**
 * Puts things on the list, all or none. One name has one open line with all amounts; those that can't be added,
 * such as 3 and 500 g, have a line each.
 * @param onceKey of this sending of the form: a second one adds nothing
 * @returns a line for each, in their order
 */
export async function addToShopping(
  db: Database,
  member: Member,
  things: Wanted[],
  now: Date,
  onceKey?: string,
): Promise<Added[]> {
  return inHousehold(db, member, async (trx) => {
    const isRepeated = onceKey !== undefined && (await wasSent(trx, member, onceKey, now));
    const done: { id: number; how: Added['how'] }[] = [];
    for (const thing of things) {
      const open = await findOpen(trx, member, thing.name);
      if (isRepeated) done.push(...open.slice(0, 1).map(({ id }) => ({ id, how: 'there' as const })));
      else done.push(await addOne(trx, member, thing, open, now));
    }
    const lines = await findShoppingLines(
      trx,
      member,
      done.map(({ id }) => id),
    );
    const added: Added[] = [];
    for (const { id, how } of done) {
      const line = lines.find((one) => one.id === id);
      if (!line) throw new Error(`Line ${id} was there a moment ago`);
      const open = await findOpen(trx, member, line.name);
      added.push({ line, how, beside: open.filter((one) => one.id !== id) });
    }
    return added;
  });
}

/**
 * Adds a thing to an open line of its name.
 * @param open those lines
 * @returns the line, or undefined when none can take it
 */
export async function addToOpen(
  trx: DatabaseTransaction,
  member: Member,
  thing: Wanted,
  open: ShoppingLine[],
): Promise<{ id: number; how: 'there' | 'more' | 'too much' } | undefined> {
  const into = lineFor(thing, open);
  if (!into) return undefined;
  const sum = into && together(into, thing);
  if (!sum) return { id: into.id, how: 'too much' };
  const note = notes(into.note, thing.note);
  const isMore = sum.quantityMilli !== into.quantityMilli;
  if (isMore || note !== into.note) {
    const change = { quantity_milli: sum.quantityMilli, unit: sum.unit, note, revision: into.revision + 1 };
    await updateLines(trx, member, [into.id], change);
  }
  return { id: into.id, how: isMore ? 'more' : 'there' };
}

/** The line with an amount like this one; not 3 for 500 g. */
export function lineFor(thing: Wanted, open: ShoppingLine[]): ShoppingLine | undefined {
  if (!hasAmount(thing)) return open[0];
  return (
    open.find((line) => hasAmount(line) && (sumOf(line, thing) || line.unit === thing.unit)) ??
    open.find((line) => !hasAmount(line))
  );
}

async function addOne(
  trx: DatabaseTransaction,
  member: Member,
  thing: Wanted,
  open: ShoppingLine[],
  now: Date,
): Promise<{ id: number; how: Added['how'] }> {
  const known = await addToOpen(trx, member, thing, open);
  // A tomato goes to the line of tomatoes.
  const name = open[0]?.name ?? thing.name;
  return known ?? { id: await insertLine(trx, member, { ...thing, name }, now), how: 'new' };
}

function together(line: Wanted, thing: Wanted): Pick<Wanted, 'quantityMilli' | 'unit'> | undefined {
  if (!hasAmount(thing)) return line;
  return hasAmount(line) ? sumOf(line, thing) : thing;
}

function hasAmount(thing: Wanted): thing is Wanted & Amount {
  return thing.quantityMilli !== null;
}

function notes(one: string, other: string): string {
  if (one === '' || other === '' || one === other) return one || other;
  const both = `${one}; ${other}`;
  return both.length <= NOTE_AT_MOST ? both : one;
}

async function insertLine(
  trx: DatabaseTransaction,
  { household, user }: Member,
  thing: Wanted,
  now: Date,
): Promise<number> {
  const { id } = await trx
    .insertInto('shopping_lines')
    .values({
      household_id: household.id,
      name: thing.name,
      name_key: nameKey(thing.name),
      quantity_milli: thing.quantityMilli,
      unit: thing.unit,
      note: thing.note,
      added_by: user.id,
      created_at: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** True for a form that was sent before; remembers it, and forgets old ones. */
async function wasSent(
  trx: DatabaseTransaction,
  { household }: Member,
  onceKey: string,
  now: Date,
): Promise<boolean> {
  const sent = await trx
    .insertInto('shopping_sent')
    .values({ once_key: onceKey, household_id: household.id, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.column('once_key').doNothing())
    .returning('once_key')
    .executeTakeFirst();
  await trx
    .deleteFrom('shopping_sent')
    .where('household_id', '=', household.id)
    .where('created_at', '<', new Date(now.getTime() - REMEMBERED).toISOString())
    .execute();
  return sent === undefined;
}
