import type { Request, Response } from 'express';
import type { Deps } from '../../deps.js';
import { requireMember } from '../../members/current-member.js';
import { goTo, goToWith } from '../../web/page.js';
import { noteBegun } from '../rows/begun-here.js';
import { startDraft, TooManyDrafts } from '../rows/change-draft.js';
import type { DraftStart } from '../rows/draft.js';
import type { DraftKind } from '../rows/draft-kind.js';
import { memberScope } from '../rows/draft-scope.js';
import { stepAddress } from './open-draft.js';
import { OPEN_ENTRIES } from './open-entries.js';

/** Starts an entry of a kind and goes on to its first open step; to the list of open entries when there are too many. */
export async function beginDraft(
  deps: Deps,
  kind: DraftKind,
  req: Request,
  res: Response,
  start: DraftStart,
): Promise<void> {
  try {
    const member = requireMember(req);
    const scope = { ...memberScope(kind, member), household: member.household.id };
    const draft = await startDraft(deps.db, scope, start, deps.clock);
    await noteBegun(req, draft.id);
    goTo(res, stepAddress(kind, draft));
  } catch (error) {
    if (!(error instanceof TooManyDrafts)) throw error;
    await goToWith(req, res, OPEN_ENTRIES, {
      type: 'error',
      text: 'Ten entries are open, and that is as many as are kept. Finish or discard one of them first.',
    });
  }
}
