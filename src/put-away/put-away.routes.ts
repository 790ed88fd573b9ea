import { type Request, Router } from 'express';
import type { Deps } from '../deps.js';
import type { Draft } from '../drafts/draft.js';
import { discardDraft, listDrafts, restoreDraft, startDraft, TooManyDrafts } from '../drafts/draft.store.js';
import { requireMember } from '../people/current-member.js';
import { findPlace, listPlaces } from '../stock/place.repository.js';
import { NotFound } from '../web/errors.js';
import { readForm } from '../web/form.js';
import { onceToken } from '../web/once.js';
import { goTo, goToWith, page } from '../web/page.js';
import { answerOpenDraft, openDraft, putAwayScope, stepAddress } from './open-draft.js';
import { finishRoutes } from './put-away.finish.routes.js';
import { startForm } from './put-away.form.js';
import { linesOf, placeIdOf } from './put-away.kind.js';
import { stepRoutes } from './put-away.step.routes.js';

/** Putting groceries away: the open drafts, and starting, discarding and restoring one. */
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
      const draft = await startDraft(req, putAwayScope(member), clock, { steps, once });
      goTo(res, stepAddress(draft));
    } catch (error) {
      if (!(error instanceof TooManyDrafts)) throw error;
      await goToWith(req, res, '/put-away', {
        type: 'error',
        text: 'Ten entries are open, and that is as many as are kept. Finish or discard one of them first.',
      });
    }
  });

  router.get('/put-away/:draft', async (req, res) => {
    goTo(res, stepAddress((await openDraft(db, req)).draft));
  });

  router.post('/put-away/:draft/discard', async (req, res) => {
    const scope = putAwayScope(requireMember(req));
    if (!(await discardDraft(req, scope, req.params.draft))) {
      return goToWith(req, res, '/put-away', { type: 'info', text: 'That entry is no longer open.' });
    }
    await goToWith(req, res, '/put-away', {
      type: 'success',
      text: 'The entry is discarded.',
      undo: { action: `/put-away/${req.params.draft}/restore`, label: 'Undo' },
    });
  });

  router.post('/put-away/:draft/restore', async (req, res) => {
    const scope = putAwayScope(requireMember(req));
    if (!(await restoreDraft(req, scope, req.params.draft))) throw new NotFound();
    await goToWith(req, res, '/put-away', { type: 'success', text: 'The entry is back.' });
  });

  router.use(stepRoutes(deps), finishRoutes(deps), answerOpenDraft(clock));
  return router;

  async function openDrafts(req: Request) {
    const member = requireMember(req);
    const places = await listPlaces(db, member);
    const named = (draft: Draft) => places.find(({ id }) => id === placeIdOf(draft))?.name;
    return listDrafts(req, putAwayScope(member)).map((draft) => ({
      id: draft.id,
      address: stepAddress(draft),
      placeName: named(draft),
      names: linesOf(draft).map(({ name }) => name),
    }));
  }
}
