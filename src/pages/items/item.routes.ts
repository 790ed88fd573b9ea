import { Router } from 'express';
import type { Deps } from '../../deps.js';
import { findItem } from '../../items/item.repository.js';
import { deleteItem } from '../../items/item-changes.repository.js';
import { findDeletion, undoLink } from '../../journal/journal.repository.js';
import { requireMember } from '../../members/current-member.js';
import { found, idFrom } from '../../web/errors.js';
import type { Values } from '../../web/form.js';
import { goToWith, page } from '../../web/page.js';
import { safeReturnTo } from '../../web/return-to.js';
import { itemPage } from './item.view.js';
import { itemEditRoutes } from './item-edit.routes.js';
import { itemEventRoutes } from './item-events.routes.js';

export function itemRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router();
  router.use(itemEventRoutes(deps));
  router.use(itemEditRoutes(deps));

  router.get('/items/:id/edit', async (req, res) => {
    const item = found(await findItem(db, requireMember(req), idFrom(req.params.id)));
    const { return_to } = req.query;
    const values: Values = typeof return_to === 'string' ? { return_to } : {};
    await page(req, res, 'items/edit', await itemPage(deps, requireMember(req), item, values));
  });

  router.post('/items/:id/delete', async (req, res) => {
    const member = requireMember(req);
    const id = idFrom(req.params.id);
    const item = await findItem(db, member, id);
    const deleted = await deleteItem(db, member, id, clock.now());
    // A second tap finds the item gone, and gets the same Undo.
    const { actionId } = deleted ?? found(await findDeletion(db, member, 'item', id));
    const back = safeReturnTo(req.body?.return_to ?? (item && `/places/${item.placeId}`));
    await goToWith(req, res, back, {
      type: 'success',
      text: item ? `${item.name} is deleted from ${item.placeName}.` : 'The item is deleted.',
      undo: undoLink(actionId),
    });
  });

  return router;
}
