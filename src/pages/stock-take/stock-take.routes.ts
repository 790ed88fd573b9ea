import { Router } from 'express';
import type { Deps } from '../../deps.js';
import { beginDraft } from '../../drafts/pages/begin-draft.js';
import { draftRoutes } from '../../drafts/pages/draft.routes.js';
import { requireMember } from '../../members/current-member.js';
import { findPlace } from '../../places/place.repository.js';
import { readForm } from '../../web/form.js';
import { onceToken } from '../../web/idempotency-key.js';
import { page } from '../../web/page.js';
import { startForm } from './stock-take.form.js';
import { STOCK_TAKE } from './stock-take.kind.js';

/** Taking stock of a place. The engine goes through the steps. */
export function stockTakeRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/stock-take', async (req, res) => {
    await page(req, res, 'stock-take/index', { title: 'Take stock', values: { once: onceToken() } });
  });

  router.post('/stock-take', async (req, res) => {
    const form = readForm(req, startForm);
    const { place_id: placeId, once } = form.ok ? form.data : {};
    const place = placeId && (await findPlace(deps.db, requireMember(req), placeId));
    const steps = place ? [{ step: 'place', fields: place.id, keys: { place_id: place.id } }] : [];
    await beginDraft(deps, STOCK_TAKE, req, res, { steps, once });
  });

  router.use(draftRoutes(deps, STOCK_TAKE));
  return router;
}
