import { Router } from 'express';
import type { Deps } from '../deps.js';
import { beginDraft } from '../drafts/begin-draft.js';
import { draftRoutes } from '../drafts/draft.routes.js';
import { listOpenEntries } from '../drafts/open-entries.js';
import { requireMember } from '../people/current-member.js';
import { findPlace } from '../stock/place.repository.js';
import { readForm } from '../web/form.js';
import { onceToken } from '../web/once.js';
import { page } from '../web/page.js';
import { startForm } from './put-away.form.js';
import { PUT_AWAY } from './put-away.kind.js';

/** Putting groceries away: the open entries, and starting one. The engine goes through the steps. */
export function putAwayRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/put-away', async (req, res) => {
    await page(req, res, 'put-away/index', {
      title: 'Put groceries away',
      entries: await listOpenEntries(deps, req),
      values: { once: onceToken() },
    });
  });

  router.post('/put-away', async (req, res) => {
    const form = readForm(req, startForm);
    const { place_id: placeId, once } = form.ok ? form.data : {};
    const place = placeId && (await findPlace(deps.db, requireMember(req), placeId));
    const steps = place ? [{ step: 'place', fields: place.id, keys: { place_id: place.id } }] : [];
    await beginDraft(deps, PUT_AWAY, req, res, { steps, once });
  });

  router.use(draftRoutes(deps, PUT_AWAY));
  return router;
}
