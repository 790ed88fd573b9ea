import { type Request, Router } from 'express';
import type { Deps } from '../deps.js';
import type { Draft } from '../drafts/draft.js';
import { draftRoutes } from '../drafts/draft.routes.js';
import { listDrafts, startDraft, TooManyDrafts } from '../drafts/draft.store.js';
import { draftScope, stepAddress } from '../drafts/open-draft.js';
import { requireMember } from '../people/current-member.js';
import { findPlace, listPlaces } from '../stock/place.repository.js';
import { readForm } from '../web/form.js';
import { onceToken } from '../web/once.js';
import { goTo, goToWith, page } from '../web/page.js';
import { startForm } from './put-away.form.js';
import { PUT_AWAY } from './put-away.kind.js';
import { linesOf, placeIdOf } from './put-away.lines.js';

/** Putting groceries away: the open entries, and starting one. The engine goes through the steps. */
export function putAwayRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/put-away', async (req, res) => {
    const drafts = await openDrafts(req);
    await page(req, res, 'put-away/index', {
      title: 'Put groceries away',
      drafts,
      values: { once: onceToken() },
    });
  });

  router.post('/put-away', async (req, res) => {
    const member = requireMember(req);
    const form = readForm(req, startForm);
    const place = form.ok && form.data.place_id ? await findPlace(db, member, form.data.place_id) : undefined;
    const steps = place ? [{ step: 'place', fields: place.id, keys: { place_id: place.id } }] : [];
    try {
      const once = form.ok ? form.data.once : undefined;
      const draft = await startDraft(req, draftScope(PUT_AWAY, member), clock, { steps, once });
      goTo(res, stepAddress(PUT_AWAY, draft));
    } catch (error) {
      if (!(error instanceof TooManyDrafts)) throw error;
      await goToWith(req, res, '/put-away', {
        type: 'error',
        text: 'Ten entries are open, and that is as many as are kept. Finish or discard one of them first.',
      });
    }
  });

  router.use(draftRoutes(deps, PUT_AWAY));
  return router;

  async function openDrafts(req: Request) {
    const member = requireMember(req);
    const places = await listPlaces(db, member);
    const named = (draft: Draft) => places.find(({ id }) => id === placeIdOf(draft))?.name;
    return listDrafts(req, draftScope(PUT_AWAY, member)).map((draft) => ({
      id: draft.id,
      address: stepAddress(PUT_AWAY, draft),
      placeName: named(draft),
      names: linesOf(draft).map(({ name }) => name),
    }));
  }
}
