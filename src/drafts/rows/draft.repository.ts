import type { Expression, ExpressionBuilder, Selectable, SqlBool } from 'kysely';
import type { Database } from '../../database/database.js';
import { anyOf } from '../../database/lists.js';
import type { DraftsTable, Tables } from '../../database/tables.js';
import type { Draft, DraftScope } from './draft.js';

export type DraftState = DraftsTable['state'];

type Body = Pick<Draft, 'steps' | 'fields' | 'typed'>;

/** The open drafts in scope, the one changed last first. */
export async function listDrafts(db: Database, scope: DraftScope): Promise<Draft[]> {
  const rows = await db
    .selectFrom('drafts')
    .selectAll()
    .where((e) => isInScope(e, scope))
    .where('state', '=', 'open')
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(draftOf);
}

/** All open drafts of a user, of every kind and household, the one changed last first. */
export async function listOwnDrafts(db: Database, owner: number): Promise<Draft[]> {
  const rows = await db
    .selectFrom('drafts')
    .selectAll()
    .where('owner_id', '=', owner)
    .where('state', '=', 'open')
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(draftOf);
}

/**
 * The draft with this id, or undefined when there is none in scope.
 * @param state one of these; open, unless given; findDraftCommit finds a committed one
 */
export async function findDraft(
  db: Database,
  scope: DraftScope,
  id: string,
  state: DraftState | readonly DraftState[] = 'open',
): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('drafts')
    .selectAll()
    .where('id', '=', id)
    .where((e) => isInScope(e, scope))
    .where('state', 'in', anyOf([state].flat()))
    .executeTakeFirst();
  return row && draftOf(row);
}

/** True when there is a draft with this id, anyone's and in any state. */
export async function hasDraft(db: Database, id: string): Promise<boolean> {
  const row = await db.selectFrom('drafts').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

/** The open draft that a form has started. @param once the form's token */
export async function findStartedBy(
  db: Database,
  scope: DraftScope,
  once: string,
): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('drafts')
    .selectAll()
    .where((e) => isInScope(e, scope))
    .where('state', '=', 'open')
    .where('once', '=', once)
    .executeTakeFirst();
  return row && draftOf(row);
}

/** How many drafts are open, of every kind and household, of the owner or begun in their browser. */
export async function countOpen(db: Database, scope: Omit<DraftScope, 'kind'>): Promise<number> {
  const { count } = await db
    .selectFrom('drafts')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where((e) => isOwn(e, scope))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertDraft(
  db: Database,
  draft: Draft,
  once: string | undefined,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const { id, kind, owner: owner_id, household: household_id } = draft;
  const row = { id, kind, owner_id, household_id, state: 'open' as const, once: once ?? null };
  await db
    .insertInto('drafts')
    .values({ ...row, ...changing(draft), started_at: at, changed_at: at })
    .execute();
}

/**
 * Saves a draft, unless its row was changed since it was read.
 * @param draft its version is one more than the row's
 * @param states that the row may be in
 * @returns false when the row was changed or is in another state: nothing is saved
 */
export async function replaceDraft(
  db: Database,
  draft: Draft,
  now: Date,
  states: readonly DraftState[],
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('drafts')
    .set({ ...changing(draft), owner_id: draft.owner, changed_at: now.toISOString() })
    .where('id', '=', draft.id)
    .where('version', '=', draft.version - 1)
    .where('state', 'in', anyOf(states))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Puts an open draft aside, or opens it again. @returns false when there is none to do that with */
export async function setDraftState(
  db: Database,
  scope: DraftScope,
  id: string,
  [from, to]: ['open', 'discarded'] | ['discarded', 'open'],
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('drafts')
    .set({ state: to, once: null, changed_at: now.toISOString() })
    .where('id', '=', id)
    .where((e) => isInScope(e, scope))
    .where('state', '=', from)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Gives the drafts without an owner to a user. */
export async function adoptDrafts(db: Database, ids: readonly string[], owner: number): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('drafts')
    .set({ owner_id: owner })
    .where('id', 'in', anyOf(ids))
    .where('owner_id', 'is', null)
    .execute();
}

/**
 * Forgets what was not touched since a moment: what somebody put aside, the invitations that they did not take up, and
 * what was begun in a browser that nobody signed in with.
 */
export async function clearDrafts(db: Database, owner: number | null, before: Date): Promise<void> {
  const aged = db.deleteFrom('drafts').where('changed_at', '<', before.toISOString());
  await aged.where('owner_id', 'is', null).execute();
  if (owner === null) return;
  const own = aged.where('owner_id', '=', owner);
  await own.where('state', '=', 'discarded').execute();
  // Nothing is typed into one, and its link leads back to it.
  await own.where('state', '=', 'open').where('keys', 'like', '%"invitation_id":%').execute();
}

type Drafts = ExpressionBuilder<Tables, 'drafts'>;

function isInScope(e: Drafts, scope: DraftScope): Expression<SqlBool> {
  const { household } = scope;
  const conditions = [isOwn(e, scope), e('kind', '=', scope.kind.name)];
  return e.and(household === undefined ? conditions : [...conditions, e('household_id', '=', household)]);
}

function isOwn(e: Drafts, { owner, begunHere }: Pick<DraftScope, 'owner' | 'begunHere'>) {
  const ofNobody = e.and([e('owner_id', 'is', null), e('id', 'in', anyOf(begunHere))]);
  return e.or([
    ...(owner === null ? [] : [e('owner_id', '=', owner)]),
    ...(begunHere.length === 0 ? [] : [ofNobody]),
  ]);
}

function changing(draft: Draft): Pick<Selectable<DraftsTable>, 'revision' | 'version' | 'keys' | 'body'> {
  const { revision, version, keys, steps, fields, typed } = draft;
  const body: Body = { steps, fields, typed };
  return { revision, version, keys: JSON.stringify(keys), body: JSON.stringify(body) };
}

function draftOf(row: Selectable<DraftsTable>): Draft {
  const body: Body = JSON.parse(row.body);
  return {
    id: row.id,
    kind: row.kind,
    owner: row.owner_id,
    household: row.household_id,
    revision: row.revision,
    version: row.version,
    keys: JSON.parse(row.keys),
    ...body,
  };
}
