import type { IsoDate } from '../calendar/day.js';
import type { Database, DatabaseTransaction } from '../database/database.js';
import { inParts } from '../database/lists.js';
import { inHouseholdAtOnce } from '../database/locks.js';
import { prepared, preparedInsert } from '../database/prepared.js';
import type { FoodRow, ItemRow, PlaceRow } from '../database/tables.js';
import { writeMissingWords } from '../food-names/food-words.repository.js';
import type { Member } from '../members/member.js';
import { WASTE_REASONS, type WasteReason } from './waste-reasons.js';

export type ActionKind =
  | 'place_added'
  | 'place_edited'
  | 'place_deleted'
  | 'places_arranged'
  | 'item_added'
  | 'item_edited'
  | 'item_moved'
  | 'item_deleted'
  | 'put_away'
  | 'eaten'
  | 'thrown_away'
  | 'opened'
  | 'frozen'
  | 'thawed'
  | 'level_set'
  | 'stock_taken'
  | 'food_renamed'
  | 'food_merged'
  | 'food_removed'
  | 'undone';

/** A row before and after an action; null where there was none. */
export type Change =
  | { subject: 'place'; before: PlaceRow | null; after: PlaceRow | null }
  | { subject: 'food'; before: FoodRow | null; after: FoodRow | null }
  | {
      subject: 'item';
      before: ItemRow | null;
      after: ItemRow | null;
      /** Where the action's kind does not say. */
      how?: 'eaten' | 'thrown_away';
    };

/** The table of each kind of row. */
export const TABLES = { place: 'places', food: 'foods', item: 'items' } as const;
export const SUBJECTS = ['place', 'food', 'item'] as const satisfies readonly Change['subject'][];

export interface ActionLinks {
  undoes?: number | undefined;
  /** Of the tap: a second one does nothing. */
  onceKey?: string | undefined;
  reason?: string | undefined;
  /** When it was not today. */
  happenedOn?: IsoDate | undefined;
}

/**
 * Writes the journal of an action, in its transaction, and the search words of its foods.
 * @param changes in their order
 * @param links what it undoes, the key of the form, why, when
 * @returns the action's id
 */
export async function record(
  trx: DatabaseTransaction,
  member: Member,
  kind: ActionKind,
  changes: Change[],
  now: Date,
  links: ActionLinks = {},
): Promise<number> {
  const { id } = await insertAction(trx, {
    household_id: member.household.id,
    user_id: member.user.id,
    kind,
    once_key: links.onceKey ?? null,
    undoes_action_id: links.undoes ?? null,
    reason: links.reason ?? null,
    happened_on: links.happenedOn ?? null,
    created_at: now.toISOString(),
  });
  const entries = changes.map((change) => ({ action_id: id, ...entryOf(change) }));
  const [first] = entries;
  if (first && entries.length === 1) await insertEntry(trx, first);
  else for (const part of inParts(entries)) await trx.insertInto('journal_entries').values(part).execute();
  await writeMissingWords(trx, member.household.id);
  return id;
}

const insertAction = preparedInsert('actions');
const insertEntry = preparedInsert('journal_entries');

/** The Undo button of a message. */
export function undoLink(actionId: number): { action: string; label: string } {
  return { action: `/journal/${actionId}/undo`, label: 'Undo' };
}

/** Asks why, in the message of what was thrown away. */
export function askWhy(actionId: number) {
  const answers = [...WASTE_REASONS];
  return { action: `/journal/${actionId}/reason`, question: 'Why?', name: 'reason', answers };
}

/**
 * Notes why food was thrown away, instead of what was noted before.
 * @returns `undone` when there is nothing to note; undefined when the household threw nothing away by that action
 */
export async function noteReason(
  db: Database,
  member: Member,
  actionId: number,
  reason: WasteReason,
): Promise<'noted' | 'undone' | undefined> {
  const noted = await inHouseholdAtOnce(db, member, (inside) =>
    inside
      .updateTable('actions')
      .set((e) => ({ reason: e.case().when('is_undone', '=', 0).then(reason).else(e.ref('reason')).end() }))
      .where('id', '=', actionId)
      .where('household_id', '=', member.household.id)
      .where('kind', '=', 'thrown_away')
      .returning('is_undone')
      .executeTakeFirst(),
  );
  return noted && (noted.is_undone === 0 ? 'noted' : 'undone');
}

/** What a form made that was sent before, or the key for its action. */
export type Once = { made: { id: number; actionId: number } } | { made?: never; onceKey: string | undefined };

/**
 * Finds the action that the same form made before; once that was undone, a new key.
 * @returns the action, with the id of the first row that it made
 */
export async function findMadeOnce(
  trx: DatabaseTransaction,
  { household }: Member,
  onceKey: string | undefined,
): Promise<Once> {
  let key = onceKey;
  while (key !== undefined) {
    const [made] = await madeWith(trx, household.id, key);
    if (!made) break;
    if (made.is_undone === 0) return { made: { id: made.id, actionId: made.actionId } };
    key = `${key} after ${made.actionId}`;
  }
  return { onceKey: key };
}

const madeWith = prepared(2, (trx, household: number, key: string) =>
  trx
    .selectFrom('actions as a')
    .innerJoin('journal_entries as e', 'e.action_id', 'a.id')
    .select(['e.subject_id as id', 'a.id as actionId', 'a.is_undone'])
    .where('a.once_key', '=', key)
    .where('a.household_id', '=', household)
    .orderBy('e.id')
    .limit(1),
);

/** The last action on a row, or undefined when the household never had it. */
export async function findLastAction(
  db: Database,
  { household }: Member,
  subject: Change['subject'],
  id: number,
): Promise<{ actionId: number; kind: ActionKind; change: Change } | undefined> {
  const last = await db
    .selectFrom('journal_entries as e')
    .innerJoin('actions as a', 'a.id', 'e.action_id')
    .select(['a.id as actionId', 'a.kind', 'e.subject', 'e.before', 'e.after'])
    .where('e.subject', '=', subject)
    .where('e.subject_id', '=', id)
    .where('a.household_id', '=', household.id)
    .orderBy('e.id', 'desc')
    .executeTakeFirst();
  return last && { actionId: last.actionId, kind: last.kind as ActionKind, change: changeIn(last) };
}

/** What an action changed, in its order. */
export async function listChanges(db: Database, actionId: number): Promise<Change[]> {
  const entries = await db
    .selectFrom('journal_entries')
    .select(['subject', 'before', 'after'])
    .where('action_id', '=', actionId)
    .orderBy('id')
    .execute();
  return entries.map(changeIn);
}

/** The action that deleted a row, or undefined when the household never had it. */
export async function findDeletion(
  db: Database,
  member: Member,
  subject: Change['subject'],
  id: number,
): Promise<{ actionId: number; before: unknown } | undefined> {
  const last = await findLastAction(db, member, subject, id);
  if (!last?.change.before || last.change.after) return undefined;
  return { actionId: last.actionId, before: last.change.before };
}

function entryOf(change: Change) {
  const { subject, before, after } = change;
  return {
    subject,
    subject_id: rowOf<{ id: number }>(change).id,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
    ...(subject === 'item' && {
      food_id: rowOf(change).food_id,
      place_before: before?.place_id ?? null,
      place_after: after?.place_id ?? null,
      how: change.how ?? null,
    }),
  };
}

/** A change from a journal entry's columns. */
export function changeIn(entry: {
  subject: Change['subject'];
  before: string | null;
  after: string | null;
  how?: 'eaten' | 'thrown_away' | null;
}): Change {
  const [before, after] = [entry.before, entry.after].map((kept) => kept && JSON.parse(kept));
  return { subject: entry.subject, before, after, ...(entry.how && { how: entry.how }) };
}

/** The row of a change: after it, or before when it is gone. */
export function rowOf<Row extends object>(change: { before: Row | null; after: Row | null }): Row {
  const row = change.after ?? change.before;
  if (!row) throw new Error('A change has a row before it or after it');
  return row;
}
