import { Router } from 'express';
import type { Deps } from '../deps.js';
import { requireMember } from '../people/current-member.js';
import { CannotUndo, type Undone, undoAction } from '../stock/journal.repository.js';
import { found, idFrom } from '../web/errors.js';
import { goToWith } from '../web/page.js';
import { safeReturnTo } from '../web/return-to.js';

/** The journal: what was done, and its undoing. */
export function journalRoutes({ db, clock }: Deps): Router {
  const router = Router();

  router.post('/journal/:action/undo', async (req, res) => {
    const member = requireMember(req);
    const back = safeReturnTo(req.body?.return_to);
    try {
      const undone = found(await undoAction(db, member, idFrom(req.params.action), clock.now()));
      await goToWith(req, res, back, { type: 'success', text: undoneText(undone) });
    } catch (error) {
      if (!(error instanceof CannotUndo)) throw error;
      await goToWith(req, res, back, refusal(error));
    }
  });

  return router;
}

function undoneText({ kind, changes }: Undone): string {
  const items = changes.filter(({ subject }) => subject === 'item').length;
  switch (kind) {
    case 'item_deleted':
      return 'The item is back where it was.';
    case 'place_deleted':
      return items === 0 ? 'The place is back.' : `The place is back with ${counted(items)}.`;
    case 'put_away':
      return `${counted(items)} taken out again.`;
    case 'item_added':
      return 'The item is taken out again.';
    default:
      return 'It is as it was before.';
  }
}

function refusal({ reason }: CannotUndo): { type: 'info' | 'error'; text: string } {
  switch (reason) {
    case 'already undone':
      return { type: 'info', text: 'That was undone already.' };
    case 'changed since':
      return { type: 'error', text: 'Not undone: it was changed again since, and that would be lost.' };
    case 'place gone':
      return { type: 'error', text: 'Not undone: its place has been deleted. Bring the place back first.' };
    case 'name taken':
      return { type: 'error', text: 'Not undone: another place has that name now. Rename it first.' };
  }
}

function counted(items: number): string {
  return items === 1 ? '1 item' : `${items} items`;
}
