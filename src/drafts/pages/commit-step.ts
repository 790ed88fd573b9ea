import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { inHouseholds } from '../../database/locks.js';
import type { Deps } from '../../deps.js';
import { NotFound } from '../../web/errors.js';
import { CARRIED, typedValues } from '../../web/form.js';
import { forgetBegun } from '../rows/begun-here.js';
import { DraftTooLarge, saveStep } from '../rows/change-draft.js';
import type { DraftCommit } from '../rows/commit-once.repository.js';
import type { Draft, StepChange } from '../rows/draft.js';
import type { DraftKind } from '../rows/draft-kind.js';
import { commitDraft, goToResult, isSentAgain } from './commit-draft.js';
import { TOO_LARGE } from './draft.step.routes.js';
import {
  AlreadyCommitted,
  type OpenDraft,
  openDraft,
  openDraftToSave,
  requirePendingKeys,
} from './open-draft.js';
import { readStep } from './read-step.js';
import { showConflict, showStep } from './step-pages.js';

/** What the fields of a form say, whichever version of the page they stood on. */
export function sentMark(body: unknown): string {
  const fields = Object.entries(typedValues(body))
    .filter(([name]) => !CARRIED.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64url');
}

/**
 * Saves the last step of a kind without a review and commits, in one transaction. Sent a second time it leads to the
 * first one's result; when another tab has changed what it was drawn from, it shows both and stores nothing.
 */
export async function commitStep(deps: Deps, kind: DraftKind, req: Request, res: Response): Promise<void> {
  const mark = sentMark(req.body);
  try {
    await tryCommit(deps, kind, req, res, mark);
  } catch (error) {
    const isSame = error instanceof AlreadyCommitted && isSentAgain(error.commit, mark);
    if (!isSame) throw error;
    await goToResult(req, res, kind, error.commit);
  }
}

async function tryCommit(
  deps: Deps,
  kind: DraftKind,
  req: Request,
  res: Response,
  mark: string,
): Promise<void> {
  const step = kind.steps.at(-1);
  if (!step) throw new NotFound();
  const open = await openDraftToSave(deps, kind, req, step.name);
  await requirePendingKeys(kind, open, step.name);
  const read = await readStep(kind, open, step, req);
  if (read.outcome === 'wrong') return showStep(req, res, kind, open, step, read.values, read.errors);
  if (read.outcome === 'stale') return showConflict(req, res, kind, open, step, read.values);
  try {
    const done = await saveAndCommit(kind, open, read.change, mark);
    if ('commit' in done) return await finish(req, res, kind, open, done.commit, mark);
    if (done.stale) {
      return await showConflict(req, res, kind, { ...open, draft: done.stale }, step, read.values);
    }
  } catch (error) {
    if (error instanceof DraftTooLarge) {
      return showStep(req, res, kind, open, step, read.values, TOO_LARGE);
    }
    // A row that is named may have gone since it was checked.
    await requirePendingKeys(kind, open, step.name);
    const again = await readStep(kind, open, step, req);
    if (again.outcome !== 'wrong') throw error;
    return showStep(req, res, kind, open, step, again.values, again.errors);
  }
  // It went meanwhile: committed, or discarded.
  await openDraft(deps, kind, req);
  throw new NotFound();
}

function saveAndCommit(
  kind: DraftKind,
  open: OpenDraft,
  change: StepChange,
  mark: string,
): Promise<{ commit: DraftCommit } | { stale?: Draft }> {
  return inHouseholds(open.deps.db, [open.draft.household], async (trx) => {
    const saved = await saveStep(trx, open.scope, open.draft.id, change, open.deps.clock);
    if (saved.outcome === 'gone') return {};
    if (saved.outcome === 'stale') return { stale: saved.draft };
    const inside = { ...open, deps: { ...open.deps, db: trx }, draft: saved.draft };
    return { commit: await commitDraft(kind, inside, mark) };
  });
}

async function finish(
  req: Request,
  res: Response,
  kind: DraftKind,
  { draft }: OpenDraft,
  commit: DraftCommit,
  mark: string,
): Promise<void> {
  if (!isSentAgain(commit, mark)) throw new AlreadyCommitted(commit);
  await forgetBegun(req, draft.id);
  await goToResult(req, res, kind, commit);
}
