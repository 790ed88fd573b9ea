import type { Selectable } from 'kysely';
import type { Database } from '../database/database.js';
import type { NoticesTable } from '../database/tables.js';

export interface Notice {
  id: number;
  kind: Selectable<NoticesTable>['kind'];
  /** What who did it was called. */
  by: string;
  household: string;
}

/** Of each user; the oldest go first. */
const AT_MOST = 10;

/** Leaves a notice for a user, who is told on every page until they have seen it. */
export async function leaveNotice(
  db: Database,
  userId: number,
  { kind, by, household }: Omit<Notice, 'id'>,
  now: Date,
): Promise<void> {
  await db
    .insertInto('notices')
    .values({ user_id: userId, kind, by_name: by, household_name: household, created_at: now.toISOString() })
    .execute();
  await db
    .deleteFrom('notices')
    .where('user_id', '=', userId)
    .where('id', 'not in', (e) =>
      e.selectFrom('notices').select('id').where('user_id', '=', userId).orderBy('id', 'desc').limit(AT_MOST),
    )
    .execute();
}

/** What a user was not told yet, the oldest first. */
export async function listNotices(db: Database, userId: number): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notices')
    .select(['id', 'kind', 'by_name', 'household_name'])
    .where('user_id', '=', userId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    by: row.by_name,
    household: row.household_name,
  }));
}

/** Forgets what a user has seen. @param last the newest of it */
export async function forgetNotices(db: Database, userId: number, last: number): Promise<void> {
  await db.deleteFrom('notices').where('user_id', '=', userId).where('id', '<=', last).execute();
}
