import type { Request } from 'express';
import type { Deps } from '../../deps.js';
import { requireMember } from '../../members/current-member.js';
import type { Member } from '../../members/member.js';
import { NotFound } from '../../web/errors.js';
import { keepTyped } from '../rows/change-draft.js';
import { type DraftCommit, findDraftCommit } from '../rows/commit-once.repository.js';
import type { DraftScope } from '../rows/draft.js';
import { type Draft, isDone, mayShow, nextStep } from '../rows/draft.js';
import { findDraft } from '../rows/draft.repository.js';
import type { DraftContext, DraftKind, PendingKey } from '../rows/draft-kind.js';
import { browserScope, memberScope } from '../rows/draft-scope.js';

export interface OpenDraft extends DraftContext {
  scope: DraftScope & { owner: number };
}

/** The draft was committed: its steps can't be gone through again. */
export class AlreadyCommitted extends Error {
  constructor(readonly commit: DraftCommit) {
    super('The draft was committed already');
  }
}

/** An earlier step must be done first. */
export class NotYet extends Error {
  constructor(
    readonly open: OpenDraft,
    /** The step that was asked for, or `review`. */
    readonly step: string,
    readonly address: string,
  ) {
    super('An earlier step comes first');
  }
}

/** A row that the draft names is deleted, or another household's. */
export class PendingKeyGone extends Error {
  constructor(
    readonly open: OpenDraft,
    readonly key: PendingKey,
    readonly step: string,
  ) {
    super(`The ${key.name} of the draft is gone`);
  }
}

/** The page from which a draft is committed: the review, or the last step of a kind without one. */
export function lastPage({ review, steps }: DraftKind): string {
  return review ? 'review' : (steps.at(-1)?.name ?? '');
}

/** The address of a step of a draft; of the first one that is not done, when none is named. */
export function stepAddress(
  kind: DraftKind,
  draft: Draft,
  step = nextStep(kind, draft) ?? lastPage(kind),
): string {
  return `${kind.address}/${draft.id}/${step}`;
}

/** A draft opened for a member, who becomes its owner. */
export function openFor(kind: DraftKind, deps: Deps, member: Member, draft: Draft): OpenDraft {
  const { id: owner } = member.user;
  // From here on it is found as its owner's.
  const scope = { kind, owner, begunHere: [draft.id], household: draft.household };
  return { deps, member, scope, draft: { ...draft, owner } };
}

/**
 * The draft that the address names.
 * @throws AlreadyCommitted, NotFound
 */
export async function openDraft(deps: Deps, kind: DraftKind, req: Request): Promise<OpenDraft> {
  const member = requireMember(req);
  const id = String(req.params.draft);
  const draft = await findDraft(
    deps.db,
    kind.fromOutside ? browserScope(kind, req) : memberScope(kind, member),
    id,
  );
  if (draft) return openFor(kind, deps, member, draft);
  const commit = await findCommit(kind, { deps, member }, id);
  if (commit) throw new AlreadyCommitted(commit);
  throw new NotFound();
}

/** What a member's draft was committed as, or undefined. */
export async function findCommit(
  kind: DraftKind,
  context: Omit<DraftContext, 'draft'>,
  draftId: string,
): Promise<DraftCommit | undefined> {
  const commit = await findDraftCommit(context.deps.db, memberScope(kind, context.member), draftId);
  return commit && { ...commit, undone: await isUndone(kind, context, commit) };
}

/**
 * Keeps what was typed in an open draft's form.
 * @throws AlreadyCommitted, NotFound when the draft was open no longer by then
 */
export async function keepTypedIn(
  kind: DraftKind,
  open: OpenDraft,
  step: string,
  values: Record<string, string>,
): Promise<void> {
  const { deps, scope, draft } = open;
  if (!(await keepTyped(deps.db, scope, draft.id, { step, values }, deps.clock)))
    throw await goneMeanwhile(kind, open);
}

/** Why a draft that was open is there no longer. */
export async function goneMeanwhile(kind: DraftKind, open: OpenDraft): Promise<Error> {
  const commit = await findCommit(kind, open, open.draft.id);
  return commit ? new AlreadyCommitted(commit) : new NotFound();
}

export async function isUndone(
  kind: DraftKind,
  context: Omit<DraftContext, 'draft'>,
  commit: DraftCommit,
): Promise<boolean> {
  return commit.undone || (await kind.undone?.(context, commit)) === true;
}

/**
 * The draft that the address names, when the steps before this one are done and the rows that it names exist.
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
 * The draft that a step's form is sent for. Rows that it names may be gone: the next page asks again.
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
 * Checks that the rows that the draft names exist.
 * @param asking the step that is asked for, or `review`: a step may be shown without the row that it asks for
 * @throws PendingKeyGone; AlreadyCommitted when it was committed meanwhile
 */
export async function requirePendingKeys(kind: DraftKind, open: OpenDraft, asking: string): Promise<void> {
  for (const key of kind.pendingKeys) {
    const isAsked = key.step !== null && (key.step === asking || !isDone(open.draft, key.step));
    const ids = isAsked ? [] : key.ids(open.draft);
    if (ids.length === 0 || (await key.allThere(open, ids))) continue;
    const commit = await findCommit(kind, open, open.draft.id);
    throw commit ? new AlreadyCommitted(commit) : new PendingKeyGone(open, key, asking);
  }
}
