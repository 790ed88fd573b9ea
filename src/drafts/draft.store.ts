import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Request } from 'express';
import type { Clock } from '../clock.js';
import { changeSession } from '../session/change-session.js';
import { HttpError } from '../web/errors.js';
import {
  begunDraft,
  DRAFT_BYTES_AT_MOST,
  DRAFTS_AT_MOST,
  type Draft,
  type DraftStart,
  isStale,
  type StepChange,
  withStep,
} from './draft.js';
import { type AcrossHouseholds, type DraftScope, inScope, pick, pickOwn, type Reach } from './draft-scope.js';

/** The session holds as many drafts as it may: the person chooses which to finish or discard. */
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

/** The open drafts in scope, the one changed last first. */
export function listDrafts(req: Request, scope: Reach): Draft[] {
  return Object.values(req.session.drafts ?? {})
    .filter((draft) => inScope(draft, scope))
    .sort((a, b) => b.changed_at.localeCompare(a.changed_at));
}

/** All open drafts of a user, of every kind and household, the one changed last first. */
export function listOwnDrafts(req: Request, owner: number): Draft[] {
  return Object.values(req.session.drafts ?? {})
    .filter((draft) => !draft.discarded && draft.owner === owner)
    .sort((a, b) => b.changed_at.localeCompare(a.changed_at));
}

/** The draft with this id, or undefined when there is none in scope. */
export function findDraft(req: Request, scope: Reach, id: string): Draft | undefined {
  return pick(req.session, scope, id);
}

/**
 * Starts a draft.
 * @returns the new draft, or the one that the same form started before
 * @throws TooManyDrafts when the session is full
 * @throws SessionGone
 */
export async function startDraft(
  req: Request,
  scope: DraftScope,
  clock: Clock,
  start: DraftStart,
): Promise<Draft> {
  const draft = begunDraft(scope.kind, newDraftId(), scope, start, clock.now().toISOString());
  return changeSession(req, (session) => {
    const open = Object.entries(session.drafts ?? {}).filter(([, { discarded }]) => !discarded);
    const [, started] = open.find(([, { once }]) => once !== undefined && once === draft.once) ?? [];
    if (started && inScope(started, scope)) return started;
    if (open.length >= DRAFTS_AT_MOST) throw new TooManyDrafts();
    session.drafts = { ...Object.fromEntries(open), [draft.id]: draft };
    return draft;
  });
}

/**
 * Saves one step, unless it was changed since its form was drawn. Sending the same thing again changes nothing.
 * @returns 'stale' with the draft as it is now when another tab was first; 'gone' when it no longer exists
 * @throws DraftTooLarge, SessionGone
 */
export async function saveStep(
  req: Request,
  scope: DraftScope,
  id: string,
  change: StepChange,
  clock: Clock,
): Promise<Saved> {
  return changeSession(req, (session): Saved => {
    const draft = pick(session, scope, id);
    if (!draft) return { outcome: 'gone' };
    if (saysTheSame(draft, change)) return { outcome: 'saved', draft };
    if (isStale(scope.kind, draft, change.step, change.revision)) return { outcome: 'stale', draft };
    const changed = withStep(scope.kind, draft, change, clock.now().toISOString());
    if (Buffer.byteLength(JSON.stringify(changed)) > DRAFT_BYTES_AT_MOST) throw new DraftTooLarge();
    session.drafts = { ...session.drafts, [id]: changed };
    return { outcome: 'saved', draft: changed };
  });
}

/**
 * Keeps what was typed for a step that can't be saved yet, for its form to show again.
 * @throws DraftTooLarge, SessionGone
 */
export async function keepTyped(
  req: Request,
  scope: DraftScope,
  id: string,
  step: string,
  values: Record<string, string>,
): Promise<void> {
  await changeSession(req, (session) => {
    const draft = pick(session, scope, id);
    if (!draft) return;
    const kept = { ...draft, typed: { ...draft.typed, [step]: values } };
    if (Buffer.byteLength(JSON.stringify(kept)) > DRAFT_BYTES_AT_MOST) throw new DraftTooLarge();
    session.drafts = { ...session.drafts, [id]: kept };
  });
}

/**
 * Marks a step as not done, so that it is asked again: what it pointed at is gone. Not when another tab has changed the
 * draft since, which may point elsewhere by now.
 */
export async function reopenStep(
  req: Request,
  scope: DraftScope,
  { id, revision }: Pick<Draft, 'id' | 'revision'>,
  step: string,
): Promise<void> {
  await changeSession(req, (session) => {
    const draft = pick(session, scope, id);
    if (draft?.revision !== revision) return;
    const { [step]: _, ...steps } = draft.steps;
    session.drafts = { ...session.drafts, [id]: { ...draft, steps, revision: draft.revision + 1 } };
  });
}

/** Puts a draft back that an ended session took along, unless it is here or there is no room. */
export async function rescueDraft(req: Request, draft: Draft): Promise<void> {
  await changeSession(req, (session) => {
    const drafts = session.drafts ?? {};
    const open = Object.values(drafts).filter(({ discarded }) => !discarded);
    if (drafts[draft.id] || open.length >= DRAFTS_AT_MOST) return;
    session.drafts = { ...drafts, [draft.id]: draft };
  });
}

/** Gives a draft a new id, so that it can be committed apart from what its old id became. */
export function copyDraft(
  req: Request,
  scope: DraftScope,
  id: string,
  clock: Clock,
): Promise<Draft | undefined> {
  return changeSession(req, (session) => {
    const draft = pick(session, scope, id);
    if (!draft) return undefined;
    const { [id]: _, ...others } = session.drafts ?? {};
    const copy = { ...draft, id: newDraftId(), changed_at: clock.now().toISOString() };
    session.drafts = { ...others, [copy.id]: copy };
    return copy;
  });
}

/** Takes a finished draft out of the session, unless another tab has changed it since: then it stays open. */
export async function removeDraft(
  req: Request,
  scope: Reach,
  { id, revision }: Pick<Draft, 'id' | 'revision'>,
): Promise<void> {
  await changeSession(req, (session) => {
    if (pick(session, scope, id)?.revision === revision && session.drafts) delete session.drafts[id];
  });
}

/**
 * Discards a draft, whichever household it is for; it can be restored until the next one is started.
 * @returns false when there is none
 */
export function discardDraft(req: Request, scope: AcrossHouseholds, id: string): Promise<boolean> {
  return changeSession(req, (session) => {
    const draft = pickOwn(session, scope, id);
    if (!draft || draft.discarded) return false;
    session.drafts = { ...session.drafts, [id]: { ...draft, discarded: true } };
    return true;
  });
}

/** Brings a discarded draft back. @returns false when it is gone for good */
export function restoreDraft(req: Request, scope: AcrossHouseholds, id: string): Promise<boolean> {
  return changeSession(req, (session) => {
    const known = pickOwn(session, scope, id);
    if (!known) return false;
    const { discarded: _, ...draft } = known;
    session.drafts = { ...session.drafts, [id]: draft };
    return true;
  });
}

/** 128 bits: not to be guessed, and never the same twice. */
export function newDraftId(): string {
  return randomBytes(16).toString('base64url');
}

function saysTheSame(draft: Draft, change: StepChange): boolean {
  return (
    draft.steps[change.step] !== undefined &&
    isDeepStrictEqual(draft.fields[change.step], change.fields) &&
    Object.entries(change.keys ?? {}).every(([name, id]) => draft.keys[name] === id)
  );
}
