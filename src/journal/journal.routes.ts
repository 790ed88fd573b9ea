import { Router } from 'express';
import type { Deps } from '../deps.js';
import { requireMember } from '../people/current-member.js';
import { findItem } from '../stock/item.repository.js';
import type { Item } from '../stock/stock.js';
import { CannotUndo, type Undone, undoAction } from '../stock/undo.repository.js';
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
      const restored = undone.changes.find(({ subject, before }) => subject === 'item' && before)?.before;
      const item = restored ? await findItem(db, member, restored.id) : undefined;
      await goToWith(req, res, back, { type: 'success', text: undoneText(undone, item) });
    } catch (error) {
      if (!(error instanceof CannotUndo)) throw error;
      await goToWith(req, res, back, refusal(error));
    }
  });

  return router;
}

/** What is there again, or no longer, in words. @param item the one item that was put back, if it was one */
function undoneText({ kind, changes }: Undone, item: Item | undefined): string {
  const items = changes.filter(({ subject }) => subject === 'item').length;
  const place = changes.find(({ subject }) => subject === 'place')?.before;
  switch (kind) {
    case 'item_deleted':
      return item ? `${item.name} is back in ${item.placeName}.` : 'The item is back where it was.';
    case 'place_deleted':
      return `${place && 'name' in place ? place.name : 'The place'} is back${items > 0 ? ` with ${counted(items)}` : ''}.`;
    case 'places_arranged':
      return 'The places are as they were before.';
    case 'put_away':
      return items === 1 ? '1 item is taken out again.' : `${items} items are taken out again.`;
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
    case 'still used':
      return { type: 'error', text: 'Not undone: something has been put there since. Move it first.' };
    case 'place gone':
      return { type: 'error', text: 'Not undone: its place has been deleted. Bring the place back first.' };
    case 'name taken':
      return { type: 'error', text: 'Not undone: another place has that name now. Rename it first.' };
  }
}

function counted(items: number): string {
  return items === 1 ? '1 item' : `${items} items`;
}
