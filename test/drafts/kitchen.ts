import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Database, type DatabaseTransaction, openDatabase } from '../../src/database/database.js';
import { startDraft } from '../../src/drafts/rows/change-draft.js';
import { commitOnce, type DraftCommit } from '../../src/drafts/rows/commit-once.repository.js';
import type { Draft, DraftScope } from '../../src/drafts/rows/draft.js';
import { insertHousehold, insertMembership } from '../../src/members/household.repository.js';
import { insertUser } from '../../src/members/user.repository.js';
import { SettableClock } from '../support/clock.js';
import { engine, openAt, openMigrated } from '../support/engine.js';
import { makeMigrated } from '../support/migrated.js';
import { DINNER } from './kinds.js';

export const clock = new SettableClock();
export type OwnScope = DraftScope & { owner: number; household: number };

/** A household's data on disk, with one who may commit drafts. @param address of one that another process has */
export async function openKitchen(folder: string, address?: string): Promise<Database> {
  const file = path.join(folder, 'larder.sqlite');
  if (engine === 'postgres') return address ? openAt(address) : openMigrated();
  if (!existsSync(file)) makeMigrated(file);
  return openDatabase(file);
}

export async function moveIn(db: Database, username: string): Promise<OwnScope> {
  const now = new Date();
  const user = await insertUser(db, { username, passwordHash: 'x', firstName: username, lastName: '' }, now);
  const household = await insertHousehold(db, { name: `${username}’s`, timeZone: 'UTC' }, now);
  await insertMembership(db, { householdId: household.id, userId: user.id, role: 'owner' }, now);
  return { kind: DINNER, owner: user.id, begunHere: [], household: household.id };
}

export function start(db: Database, scope: OwnScope, once?: string): Promise<Draft> {
  return startDraft(db, scope, { steps: [], once }, clock);
}

/** Commits a draft whose records are one action; `before` may still fail, or take its time. */
export function commitDinner(
  db: Database,
  scope: OwnScope,
  draft: Pick<Draft, 'id' | 'revision' | 'household'>,
  content: unknown,
  before: (trx: DatabaseTransaction) => Promise<void> = async () => {},
): Promise<DraftCommit> {
  return commitOnce(db, scope, draft, content, clock.now(), async (trx) => {
    const { id } = await trx
      .insertInto('actions')
      .values({
        household_id: scope.household,
        user_id: scope.owner,
        kind: 'put_away',
        once_key: null,
        undoes_action_id: null,
        created_at: clock.now().toISOString(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await before(trx);
    return { resultAddress: `/dinners/${id}`, actionId: id };
  });
}
