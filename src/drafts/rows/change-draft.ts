import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../../clock.js';
import { type Database, type DatabaseTransaction, inTransaction } from '../../database/database.js';
import { inAccount } from '../../database/locks.js';
import { HttpError } from '../../web/errors.js';
import type { DraftScope } from './draft.js';
import {
  askingAgain,
  begunDraft,
  DRAFT_BYTES_AT_MOST,
  DRAFTS_AT_MOST,
  type Draft,
  type DraftStart,
  drawnFrom,
  isDone,
  type StepChange,
  withStep,
  withTyped,
} from './draft.js';
import {
  clearDrafts,
  countOpen,
  type DraftState,
  findDraft,
  findStartedBy,
  insertDraft,
  replaceDraft,
  setDraftState,
} from './draft.repository.js';

/** The person has to finish or discard one first. */
export class TooManyDrafts extends Error {}

/** The draft would take more room than one may. */
export class DraftTooLarge extends HttpError {
  constructor() {
    super(413, 'More than a draft can hold');
  }
}

export type Saved =
  | { outcome: 'saved'; draft: Draft }
  | { outcome: 'stale'; draft: Draft }
  | { outcome: 'gone' };

/** Milliseconds that a discarded draft is kept, one without an owner, and an invitation. */
const KEPT_ASIDE = 24 * 60 * 60 * 1000;

/**
 * Starts a draft.
 * @param household that it is for
 * @returns the new draft, or the one that the same form started before
 * @throws TooManyDrafts
 */
export async function startDraft(
  db: Database,
  scope: DraftScope & { household: number },
  start: DraftStart,
  clock: Clock,
): Promise<Draft> {
  const { owner, household, kind } = scope;
  const now = clock.now();
  return inOwn(db, owner, async (trx) => {
    await clearDrafts(trx, owner, new Date(now.getTime() - KEPT_ASIDE));
    const before = start.once === undefined ? undefined : await findStartedBy(trx, scope, start.once);
    if (before) return before;
    if (!start.isCommittedAtOnce) await requireRoom(trx, scope);
    const draft = begunDraft(kind, { owner, household }, start);
    await insertDraft(trx, draft, start.once, now);
    return draft;
  });
}

/**
 * Saves one step, unless it was changed since its form was drawn; the same values again change nothing.
 * @returns 'stale' with the draft as it is now when another tab was first; 'gone' when it is not open any more
 * @throws DraftTooLarge
 */
export async function saveStep(
  db: Database,
  scope: DraftScope,
  id: string,
  change: StepChange,
  clock: Clock,
): Promise<Saved> {
  for (;;) {
    const draft = await findDraft(db, scope, id);
    if (!draft) return { outcome: 'gone' };
    if (isSavedAlready(draft, change)) return { outcome: 'saved', draft };
    if (change.drawnFrom !== drawnFrom(scope.kind, draft, change.step)) return { outcome: 'stale', draft };
    const changed = withStep(scope.kind, draft, change);
    if (await replace(db, scope, changed, clock)) return { outcome: 'saved', draft: changed };
    // Another tab was first: what it saved may be of another step.
  }
}

/** What is typed may arrive in the moment in which another tab discards the draft: it is there when that is undone. */
const OPEN_OR_ASIDE = ['open', 'discarded'] as const;

/**
 * Keeps what was typed for a step that can't be saved yet.
 * @returns false when the draft is neither open nor put aside any more: nothing is kept
 * @throws DraftTooLarge
 */
export async function keepTyped(
  db: Database,
  scope: DraftScope,
  id: string,
  { step, values }: { step: string; values: Record<string, string> },
  clock: Clock,
): Promise<boolean> {
  for (;;) {
    const draft = await findDraft(db, scope, id, OPEN_OR_ASIDE);
    if (!draft) return false;
    if (await replace(db, scope, withTyped(draft, step, values), clock, OPEN_OR_ASIDE)) return true;
  }
}

/** Marks a step as not done, since a row that it names is gone; unless a step was saved meanwhile. */
export async function reopenStep(
  db: Database,
  scope: DraftScope,
  { id, revision }: Pick<Draft, 'id' | 'revision'>,
  step: string,
  clock: Clock,
): Promise<void> {
  for (;;) {
    const draft = await findDraft(db, scope, id);
    if (draft?.revision !== revision) return;
    if (await replace(db, scope, askingAgain(draft, step), clock)) return;
  }
}

/**
 * Discards a draft; for a day it can be restored.
 * @returns false when there is no such open one
 */
export function discardDraft(db: Database, scope: DraftScope, id: string, clock: Clock): Promise<boolean> {
  return setDraftState(db, scope, id, ['open', 'discarded'], clock.now());
}

/**
 * Brings a discarded draft back.
 * @returns false when it is gone for good
 * @throws TooManyDrafts
 */
export function restoreDraft(db: Database, scope: DraftScope, id: string, clock: Clock): Promise<boolean> {
  return inOwn(db, scope.owner, async (trx) => {
    if (await findDraft(trx, scope, id)) return true;
    if (!(await findDraft(trx, scope, id, 'discarded'))) return false;
    await requireRoom(trx, scope);
    return setDraftState(trx, scope, id, ['discarded', 'open'], clock.now());
  });
}

/** In the account of who began it: of two at once the second sees what the first has done. */
function inOwn<T>(
  db: Database,
  owner: number | null,
  work: (trx: DatabaseTransaction) => Promise<T>,
): Promise<T> {
  return owner === null ? inTransaction(db, work) : inAccount(db, owner, work);
}

/** Saves a changed draft, with its owner. @returns false when its row was changed meanwhile */
function replace(
  db: Database,
  { owner }: DraftScope,
  draft: Draft,
  clock: Clock,
  states: readonly DraftState[] = ['open'],
): Promise<boolean> {
  const size = Buffer.byteLength(JSON.stringify(draft));
  if (size > DRAFT_BYTES_AT_MOST) throw new DraftTooLarge();
  return replaceDraft(db, { ...draft, owner: draft.owner ?? owner }, clock.now(), states);
}

async function requireRoom(db: Database, scope: DraftScope): Promise<void> {
  if ((await countOpen(db, scope)) >= DRAFTS_AT_MOST) throw new TooManyDrafts();
}

function isSavedAlready(draft: Draft, change: StepChange): boolean {
  return (
    isDone(draft, change.step) &&
    isDeepStrictEqual(draft.fields[change.step], change.fields) &&
    Object.entries(change.keys ?? {}).every(([name, id]) => draft.keys[name] === id)
  );
}
