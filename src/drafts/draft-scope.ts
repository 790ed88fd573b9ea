import type { SessionData } from 'express-session';
import type { Draft, DraftRules } from './draft.js';
import './drafts-in-session.js';

/** Whose drafts: a draft is only ever found by its kind, its owner and its household. */
export interface DraftScope {
  kind: DraftRules;
  /** Null while nobody is signed in. */
  owner: number | null;
  household: number;
}

/** Someone's drafts of a kind, whichever household they are for. */
export type AcrossHouseholds = Pick<DraftScope, 'kind' | 'owner'>;

/** The drafts that can be found: for one household, or for whichever, where none is named. */
export type Reach = AcrossHouseholds & { household?: number };

/** The drafts of someone who is signed in. */
export interface OwnedScope extends DraftScope {
  owner: number;
}

/** The draft with this id, as long as it is open and in scope. */
export function pick(session: Partial<SessionData>, scope: Reach, id: string): Draft | undefined {
  const draft = pickOwn(session, scope, id);
  return draft && inScope(draft, scope) ? draft : undefined;
}

/** The draft with this id, open or discarded, for whichever household. */
export function pickOwn(
  session: Partial<SessionData>,
  scope: AcrossHouseholds,
  id: string,
): Draft | undefined {
  const drafts = session.drafts ?? {};
  const draft = Object.hasOwn(drafts, id) ? drafts[id] : undefined;
  return draft && isOwn(draft, scope) ? draft : undefined;
}

/** True for an open draft of this kind, owner and household. */
export function inScope(draft: Draft, scope: Reach): boolean {
  const isThere = scope.household === undefined || draft.household === scope.household;
  return !draft.discarded && isOwn(draft, scope) && isThere;
}

function isOwn(draft: Draft, scope: AcrossHouseholds): boolean {
  return draft.kind === scope.kind.name && draft.owner === scope.owner;
}
