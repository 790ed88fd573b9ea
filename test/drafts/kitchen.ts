import path from 'node:path';
import { systemClock } from '../../src/clock.js';
import { type Database, type DatabaseTransaction, openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { commitOnce, type DraftCommit } from '../../src/drafts/draft-commit.repository.js';
import type { OwnedScope } from '../../src/drafts/draft-scope.js';
import { insertHousehold, insertMembership } from '../../src/people/household.repository.js';
import { insertUser } from '../../src/people/user.repository.js';
import { DINNER } from './kinds.js';

/** A household's data on disk, with one who may commit drafts. */
export async function openKitchen(folder: string): Promise<Database> {
  const db = openDatabase(path.join(folder, 'larder.sqlite'));
  await migrate(db);
  return db;
}

export async function moveIn(db: Database, username: string): Promise<OwnedScope> {
  const now = new Date();
  const user = await insertUser(db, { username, passwordHash: 'x', firstName: username, lastName: '' }, now);
  const household = await insertHousehold(db, { name: `${username}’s`, timeZone: 'UTC' }, now);
  await insertMembership(db, { householdId: household.id, userId: user.id, role: 'owner' }, now);
  return { kind: DINNER, owner: user.id, household: household.id };
}

/** Commits a draft whose records are one action; `before` may still fail, or take its time. */
export function commitDinner(
  db: Database,
  scope: OwnedScope,
  draft: { id: string; revision: number },
  content: unknown,
  before: (trx: DatabaseTransaction) => Promise<void> = async () => {},
): Promise<DraftCommit> {
  return commitOnce(db, scope, draft, content, systemClock, async (trx) => {
    const { id } = await trx
      .insertInto('actions')
      .values({
        household_id: scope.household,
        user_id: scope.owner,
        kind: 'put_away',
        once_key: null,
        undoes_action_id: null,
        created_at: systemClock.now().toISOString(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await before(trx);
    return { resultAddress: `/dinners/${id}`, actionId: id };
  });
}
