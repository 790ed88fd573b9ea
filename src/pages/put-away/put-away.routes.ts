import { type Request, type Response, Router } from 'express';
import { beginDraft } from '../../drafts/pages/begin-draft.js';
import { draftRoutes } from '../../drafts/pages/draft.routes.js';
import { stepAddress } from '../../drafts/pages/open-draft.js';
import { listOpenEntries } from '../../drafts/pages/open-entries.js';
import type { Draft } from '../../drafts/rows/draft.js';
import { listDrafts } from '../../drafts/rows/draft.repository.js';
import type { DraftDeps } from '../../drafts/rows/draft-kind.js';
import { memberScope } from '../../drafts/rows/draft-scope.js';
import { requireMember } from '../../members/current-member.js';
import { findPlace } from '../../places/place.repository.js';
import { readForm } from '../../web/form.js';
import { onceToken } from '../../web/idempotency-key.js';
import { goTo, goToWith, page } from '../../web/page.js';
import { boughtSteps } from './bought.js';
import { startForm } from './put-away.form.js';
import { PUT_AWAY } from './put-away.kind.js';
import { type Line, listIdsOf } from './put-away.lines.js';

/** Putting groceries away: the open entries, and starting one. The engine goes through the steps. */
export function putAwayRoutes(deps: DraftDeps): Router {
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
    const { place_id: placeId, from, once } = form.ok ? form.data : {};
    if (from === 'shopping') return putBoughtAway(req, res, once);
    const place = placeId && (await findPlace(deps.db, requireMember(req), placeId));
    const steps = place ? [{ step: 'place', fields: place.id, keys: { place_id: place.id } }] : [];
    await beginDraft(deps, PUT_AWAY, req, res, { steps, once });
  });

  router.use(draftRoutes(deps, PUT_AWAY));
  return router;

  /** An entry with what is ticked on the shopping list; an open one for just that, if there is one. */
  async function putBoughtAway(req: Request, res: Response, once: string | undefined): Promise<void> {
    const member = requireMember(req);
    const steps = await boughtSteps(deps, member);
    if (!steps) {
      return goToWith(req, res, '/shopping', {
        type: 'info',
        text: 'Nothing is ticked. Tick what you bought first.',
      });
    }
    const lines = steps.find(({ step }) => step === 'foods')?.fields as Line[];
    const drafts = await listDrafts(deps.db, memberScope(PUT_AWAY, member));
    const open = drafts.find((draft) => isFor(draft, lines));
    if (open) return goTo(res, stepAddress(PUT_AWAY, open));
    await beginDraft(deps, PUT_AWAY, req, res, { steps, once });
  }
}

function isFor(draft: Draft, lines: Line[]): boolean {
  const ids = new Set(listIdsOf(draft));
  return ids.size === lines.length && lines.every(({ listId }) => listId !== undefined && ids.has(listId));
}
