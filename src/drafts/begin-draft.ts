import type { Request, Response } from 'express';
import type { Deps } from '../deps.js';
import { requireMember } from '../people/current-member.js';
import { goTo, goToWith } from '../web/page.js';
import type { StepChange } from './draft.js';
import { startDraft, TooManyDrafts } from './draft.store.js';
import type { DraftKind } from './draft-kind.js';
import { draftScope, stepAddress } from './open-draft.js';
import { OPEN_ENTRIES } from './open-entries.js';

/**
 * Starts an entry of a kind and goes on to its first open step; when as many are open as are kept, to the list of
 * them all, where one can be finished or discarded.
 * @param start.steps what is known from the first, and needs no asking
 * @param start.once the token of the form: its second tap finds the same entry
 */
export async function beginDraft(
  deps: Deps,
  kind: DraftKind,
  req: Request,
  res: Response,
  start: { steps: Omit<StepChange, 'revision'>[]; once?: string | undefined },
): Promise<void> {
  try {
    const draft = await startDraft(req, draftScope(kind, requireMember(req)), deps.clock, start);
    goTo(res, stepAddress(kind, draft));
  } catch (error) {
    if (!(error instanceof TooManyDrafts)) throw error;
    await goToWith(req, res, OPEN_ENTRIES, {
      type: 'error',
      text: 'Ten entries are open, and that is as many as are kept. Finish or discard one of them first.',
    });
  }
}
