import { type Request, type Response, Router } from 'express';
import { answerDrafts } from '../../drafts/pages/answer-drafts.js';
import { draftRoutes } from '../../drafts/pages/draft.routes.js';
import { keepTypedIn, openDraft, openDraftToSave, stepAddress } from '../../drafts/pages/open-draft.js';
import { listOpenEntries } from '../../drafts/pages/open-entries.js';
import { showStep, typedFrom } from '../../drafts/pages/step-pages.js';
import { noteBegun } from '../../drafts/rows/begun-here.js';
import { TooManyDrafts } from '../../drafts/rows/change-draft.js';
import type { Draft } from '../../drafts/rows/draft.js';
import { listDrafts } from '../../drafts/rows/draft.repository.js';
import type { DraftDeps } from '../../drafts/rows/draft-kind.js';
import { memberScope } from '../../drafts/rows/draft-scope.js';
import { listFoods } from '../../foods/food.repository.js';
import { thoseHad } from '../../foods/had.repository.js';
import { requireMember } from '../../members/current-member.js';
import { findPlace } from '../../places/place.repository.js';
import type { NewFlash } from '../../session/flash.js';
import { type Errors, readForm, readQuery, typedValues, type Values } from '../../web/form.js';
import { onceToken } from '../../web/idempotency-key.js';
import { goOnTo, goTo, goToWith, page } from '../../web/page.js';
import { type Beginning, beginEntry, keepBox } from './begin.js';
import { boughtLines } from './bought.js';
import { placeNamed } from './new-place.js';
import { boxQuery, newPlaceForm, startForm } from './put-away.form.js';
import { PUT_AWAY } from './put-away.kind.js';
import { type Line, listIdsOf } from './put-away.lines.js';
import { readPicked } from './read-foods.js';

const FULL = 'Ten entries are open, and that is as many as are kept. Discard one of them to go on with this.';

/** Putting groceries away: the box, with the open entries below it, and starting one. The engine goes through the rest. */
export function putAwayRoutes(deps: DraftDeps): Router {
  const router = Router();
  const answers = answerDrafts(deps, PUT_AWAY);

  router.get('/put-away', async (req, res) => {
    const query = readQuery(req, boxQuery);
    const place_id = query.ok && query.data.place_id ? { place_id: String(query.data.place_id) } : {};
    await showBox(req, res, { once: onceToken(), ...place_id });
  });

  router.post('/put-away', async (req, res) => {
    const form = readForm(req, startForm);
    if (!form.ok) return showBox(req, res, form.values, form.errors);
    const { place_id: placeId, from, once, instead, ...foods } = form.data;
    if (from === 'shopping') return putBoughtAway(req, res, once);
    const read = await readPicked({ deps, member: requireMember(req) }, foods);
    if ('errors' in read) return showBox(req, res, form.values, read.errors);
    await begin(req, res, form.values, { lines: read.lines, placeId, once, instead }, read.tell);
  });

  // Sent by the page's script when it is left.
  router.post('/put-away/keep', async (req, res) => {
    const form = readForm(req, startForm);
    const { names = '', food_id = '' } = form.values;
    const isTyped = names.trim() !== '' || food_id !== '';
    try {
      if (form.ok && isTyped) {
        const { place_id: placeId, once } = form.data;
        const draft = await keepBox(deps, requireMember(req), { placeId, once, values: { names, food_id } });
        await noteBegun(req, draft.id);
      }
    } catch (error) {
      if (!(error instanceof TooManyDrafts)) throw error;
    }
    res.status(204).end();
  });

  // The step that there was once.
  router.get(
    '/put-away/:draft/place',
    async (req: Request, res: Response) => {
      await goOnTo(req, res, stepAddress(PUT_AWAY, (await openDraft(deps, PUT_AWAY, req)).draft));
    },
    answers,
  );
  router.post('/put-away/:draft/place', makePlace, answers);

  router.use(draftRoutes(deps, PUT_AWAY));
  return router;

  /** Makes a place beside the lines, and keeps what they say. */
  async function makePlace(req: Request, res: Response): Promise<void> {
    const open = await openDraftToSave(deps, PUT_AWAY, req, 'details');
    const [step] = PUT_AWAY.steps.slice(-1);
    const form = readForm(req, newPlaceForm);
    const values = typedValues(req.body);
    if (!step) return;
    if (!form.ok) return showStep(req, res, PUT_AWAY, open, step, values, form.errors);
    const { new_name: name, new_kind: kind } = form.data;
    await placeNamed(deps.db, open.member, { name, kind }, deps.clock.now());
    const { new_name: _, new_kind: __, ...others } = typedFrom(PUT_AWAY, open, step, values);
    await keepTypedIn(PUT_AWAY, open, step.name, others);
    await goToWith(req, res, stepAddress(PUT_AWAY, open.draft, step.name), {
      type: 'success',
      text: `${name} is ready. Choose it in a line.`,
    });
  }

  async function begin(
    req: Request,
    res: Response,
    values: Values,
    beginning: Beginning,
    tell?: Pick<NewFlash, 'text' | 'list'>,
  ): Promise<void> {
    try {
      const draft = await beginEntry(deps, requireMember(req), beginning);
      await noteBegun(req, draft.id);
      const address = stepAddress(PUT_AWAY, draft);
      if (tell) await goToWith(req, res, address, { type: 'info', ...tell });
      else goTo(res, address);
    } catch (error) {
      if (!(error instanceof TooManyDrafts)) throw error;
      await showBox(req, res, values, { names: FULL });
    }
  }

  /** An entry with what is ticked on the shopping list; an open one for just that, if there is one. */
  async function putBoughtAway(req: Request, res: Response, once: string | undefined): Promise<void> {
    const member = requireMember(req);
    const lines = await boughtLines(deps, member);
    if (lines.length === 0) {
      return goToWith(req, res, '/shopping', {
        type: 'info',
        text: 'Nothing is ticked. Tick what you bought first.',
      });
    }
    const drafts = await listDrafts(deps.db, memberScope(PUT_AWAY, member));
    const open = drafts.find((draft) => isFor(draft, lines));
    if (open) return goTo(res, stepAddress(PUT_AWAY, open));
    await begin(req, res, {}, { lines, once });
  }

  async function showBox(req: Request, res: Response, values: Values, errors: Errors = {}): Promise<void> {
    const member = requireMember(req);
    const id = Number(values.place_id);
    const data = {
      title: 'Put away',
      place: Number.isInteger(id) ? await findPlace(deps.db, member, id) : undefined,
      foods: await thoseHad(deps.db, member, await listFoods(deps.db, member)),
      entries: await listOpenEntries(deps, req),
      isFull: errors.names === FULL,
      values,
      errors,
    };
    await page(req, res, 'put-away/index', data, Object.keys(errors).length > 0 ? 422 : 200);
  }
}

function isFor(draft: Draft, lines: Line[]): boolean {
  const ids = new Set(listIdsOf(draft));
  return ids.size === lines.length && lines.every(({ listId }) => listId !== undefined && ids.has(listId));
}
