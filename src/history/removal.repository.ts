import type { Database } from '../database/database.js';
import type { FoodRow, ItemRow, PlaceRow } from '../database/tables.js';
import { type ActionKind, findDeletion } from '../journal/journal.repository.js';
import type { Member } from '../members/member.js';
import { nameFoods } from './names-in-history.repository.js';

/** How a place, an item or a food was removed. */
export interface Removal {
  actionId: number;
  kind: ActionKind;
  name: string;
  /** Done by the account that asks. */
  isOwn: boolean;
  /** By first name or username; null when that account is gone. */
  who: string | null;
  at: Date;
}

/** @returns undefined when the household never had such a row, or still has it */
export async function findRemoval(
  db: Database,
  member: Member,
  subject: 'place' | 'item' | 'food',
  id: number,
): Promise<Removal | undefined> {
  const deletion = await findDeletion(db, member, subject, id);
  if (!deletion) return undefined;
  const action = await db
    .selectFrom('actions as a')
    .leftJoin('users as u', 'u.id', 'a.user_id')
    .select(['a.kind', 'a.created_at', 'u.id as userId', 'u.username', 'u.first_name'])
    .where('a.id', '=', deletion.actionId)
    .where('a.household_id', '=', member.household.id)
    .executeTakeFirstOrThrow();
  return {
    actionId: deletion.actionId,
    kind: action.kind as ActionKind,
    name: await nameOf(db, member, deletion.before as PlaceRow | ItemRow | FoodRow),
    isOwn: action.userId === member.user.id,
    who: action.first_name || action.username,
    at: new Date(action.created_at),
  };
}

async function nameOf(db: Database, member: Member, row: PlaceRow | ItemRow | FoodRow): Promise<string> {
  if ('name' in row) return row.name;
  return (await nameFoods(db, member, [row.food_id])).get(row.food_id) ?? 'The item';
}
