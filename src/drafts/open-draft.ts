import type { Request } from 'express';
import type { Deps } from '../deps.js';
import { memberOf, requireMember } from '../people/current-member.js';
import type { Member } from '../people/person.js';
import { found, SignInRequired } from '../web/errors.js';
import { type Draft, mayShow, nextStep } from './draft.js';
import { findDraft, rescueDraft } from './draft.store.js';
import { type DraftCommit, findDraftCommit } from './draft-commit.repository.js';
import type { DraftContext, DraftKind, PendingKey } from './draft-kind.js';
import { type AcrossHouseholds, inScope, type OwnedScope, type Reach } from './draft-scope.js';
import { unsealDraft } from './sealed-draft.js';

/** A draft that is open, and whose it is. */
export interface OpenDraft extends DraftContext {
  scope: OwnedScope;
}

/** The draft was committed: its steps can't be gone through again. */
export class AlreadyCommitted extends Error {
  constructor(readonly commit: DraftCommit) {
    super('The draft was committed already');
  }
}

/** An earlier step has to be done first. */
export class NotYet extends Error {
  constructor(
    readonly open: OpenDraft,
    /** What was asked for: the name of a step, or `review`. */
    readonly step: string,
    /** Of the step that comes first. */
    readonly address: string,
  ) {
    super('An earlier step comes first');
  }
}

/** A row that the draft points at was deleted, or is no longer this household's. */
export class PendingKeyGone extends Error {
  constructor(
    readonly open: OpenDraft,
    readonly key: PendingKey,
    /** What was asked for: the name of a step, or `review`. */
    readonly step: string,
  ) {
    super(`The ${key.name} of the draft is gone`);
  }
}

/** The drafts of a kind that are this member's, for this household. */
export function draftScope(kind: DraftKind, { user, household }: Member): OwnedScope {
  return { kind, owner: user.id, household: household.id };
}

/** The drafts of a kind that a member can open. */
export function reachOf(kind: DraftKind, member: Member): Reach & { owner: number } {
  return kind.fromOutside ? { kind, owner: member.user.id } : draftScope(kind, member);
}

/**
 * The drafts of a kind that whoever asks can put aside: where the kind comes from outside, those of nobody too.
 * @throws SignInRequired
 */
export function reachFor(kind: DraftKind, req: Request): AcrossHouseholds {
  const owner = memberOf(req)?.user.id ?? null;
  if (owner === null && !kind.fromOutside) throw new SignInRequired();
  return { kind, owner };
}

/** The address of a step of a draft: of the first one that is not done, unless another is named. */
export function stepAddress(kind: DraftKind, draft: Draft, step = nextStep(kind, draft) ?? 'review'): string {
  return `${kind.address}/${draft.id}/${step}`;
}

/** A draft opened for a member, who becomes its owner. */
export function openFor(kind: DraftKind, deps: Deps, member: Member, draft: Draft): OpenDraft {
  const { id: owner } = member.user;
  const scope = { kind, owner, household: draft.household };
  return { deps, member, scope, draft: { ...draft, owner } };
}

/**
 * The draft that the address names; for a form whose session has ended, though somebody signed in again in another
 * tab, the draft that it carried, put into the new session.
 * @throws AlreadyCommitted, NotFound
 */
export async function openDraft(deps: Deps, kind: DraftKind, req: Request): Promise<OpenDraft> {
  const member = requireMember(req);
  const id = String(req.params.draft);
  const scope = reachOf(kind, member);
  const draft = findDraft(req, scope, id);
  if (draft) return openFor(kind, deps, member, draft);
  const commit = await findCommit(kind, { deps, member }, id);
  if (commit) throw new AlreadyCommitted(commit);
  const carried = req.method === 'POST' ? unsealDraft(req.body?.so_far, deps.secrets) : undefined;
  if (carried?.id === id && inScope(carried, scope)) await rescueDraft(req, carried);
  return openFor(kind, deps, member, found(findDraft(req, scope, id)));
}

/** Puts a draft that an ended session took along into this one, unless it was committed since, or is another's. */
export async function rescueUncommitted(
  deps: Deps,
  req: Request,
  owner: number,
  draft: Draft,
): Promise<void> {
  const kind = deps.draftKinds.find(({ name }) => name === draft.kind);
  if (!kind || draft.owner !== owner) return;
  const scope = { kind, owner, household: draft.household };
  if (!(await findDraftCommit(deps.db, scope, draft.id))) await rescueDraft(req, draft);
}

/** What became of a member's draft, or undefined when it was not committed. */
export async function findCommit(
  kind: DraftKind,
  context: Omit<DraftContext, 'draft'>,
  draftId: string,
): Promise<DraftCommit | undefined> {
  const commit = await findDraftCommit(context.deps.db, reachOf(kind, context.member), draftId);
  return commit && { ...commit, undone: await isUndone(kind, context, commit) };
}

/** True when what was committed is so no longer. */
export async function isUndone(
  kind: DraftKind,
  context: Omit<DraftContext, 'draft'>,
  commit: DraftCommit,
): Promise<boolean> {
  return commit.undone || (await kind.undone?.(context, commit)) === true;
}

/**
 * The draft that the address names, once every step before this one is done and what they point at still exists.
 * @param step the name of a step, or `review`
 * @throws NotYet, PendingKeyGone, AlreadyCommitted, NotFound
 */
export async function openDraftAt(
  deps: Deps,
  kind: DraftKind,
  req: Request,
  step: string,
): Promise<OpenDraft> {
  const open = await openDraft(deps, kind, req);
  await requirePendingKeys(kind, open, step);
  return requireStepsBefore(kind, open, step);
}

/**
 * The draft that a step's form is sent for. What it points at may be gone: what was typed is saved first, and the
 * page that comes next asks for it again.
 * @throws NotYet, AlreadyCommitted, NotFound
 */
export async function openDraftToSave(
  deps: Deps,
  kind: DraftKind,
  req: Request,
  step: string,
): Promise<OpenDraft> {
  return requireStepsBefore(kind, await openDraft(deps, kind, req), step);
}

function requireStepsBefore(kind: DraftKind, open: OpenDraft, step: string): OpenDraft {
  const ready = step === 'review' ? !nextStep(kind, open.draft) : mayShow(kind, open.draft, step);
  if (!ready) throw new NotYet(open, step, stepAddress(kind, open.draft));
  return open;
}

/**
 * Sees that what the draft points at still exists.
 * @param asking the step that is asked for, or `review`: it may be shown without the key that it asks for itself
 * @throws PendingKeyGone; AlreadyCommitted when it went with or after the commit
 */
export async function requirePendingKeys(kind: DraftKind, open: OpenDraft, asking: string): Promise<void> {
  for (const key of kind.pendingKeys) {
    const isAsked = key.step !== null && (key.step === asking || open.draft.steps[key.step] === undefined);
    const ids = isAsked ? [] : key.ids(open.draft);
    if (ids.length === 0 || (await key.allThere(open, ids))) continue;
    const commit = await findCommit(kind, open, open.draft.id);
    throw commit ? new AlreadyCommitted(commit) : new PendingKeyGone(open, key, asking);
  }
}
